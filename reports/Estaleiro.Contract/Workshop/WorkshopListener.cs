using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Estaleiro.Contract.Workshop;

/// <summary>The command line's end of the conversation: a socket in a folder that only its owner can enter. One test process connects.</summary>
public sealed class WorkshopListener : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("estaleiro-");
    private readonly Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private StreamWriter? writer;

    /// <summary>Listens.</summary>
    /// <exception cref="SocketException">The system has no such sockets, or its folder for temporary files has too long a name for one.</exception>
    public WorkshopListener()
    {
        try
        {
            socket.Bind(new UnixDomainSocketEndPoint(Path));
            socket.Listen(1);
        }
        catch (Exception)
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Where the test process finds it: the value of <see cref="EnvironmentVariables.Workshop"/>.</summary>
    public string Path => System.IO.Path.Combine(folder.FullName, "workshop");

    /// <summary>A folder that nobody else can read and that goes with the listener.</summary>
    public string Folder => folder.FullName;

    /// <summary>What the test process says, until it is gone. Answer what wants an answer before the next is asked for.</summary>
    /// <param name="cancellationToken">Ends it, also while no test process came yet.</param>
    public async IAsyncEnumerable<WorkshopMessage> ListenAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var peer = await socket.AcceptAsync(cancellationToken);
        await using var stream = new NetworkStream(peer);
        using var reader = new StreamReader(stream);
        writer = new(stream) { AutoFlush = true, NewLine = "\n" };
        while (await ReadAsync(reader, cancellationToken) is { } line)
        {
            yield return JsonSerializer.Deserialize<WorkshopMessage>(line, WorkshopMessage.Json)!;
        }
    }

    /// <summary>Answers the message that was read last. A test process that is gone hears nothing; the reading ends then.</summary>
    public async Task AnswerAsync(WorkshopAnswer answer, CancellationToken cancellationToken)
    {
        try
        {
            await writer!.WriteLineAsync(JsonSerializer.Serialize(answer, WorkshopMessage.Json).AsMemory(), cancellationToken);
        }
        catch (IOException)
        {
            // It died; whoever started it finds out why.
        }
    }

    /// <summary>Stops listening and removes the folder.</summary>
    public void Dispose()
    {
        socket.Dispose();
        try
        {
            folder.Delete(recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Gone already.
        }
    }

    private static async Task<string?> ReadAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadLineAsync(cancellationToken);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
