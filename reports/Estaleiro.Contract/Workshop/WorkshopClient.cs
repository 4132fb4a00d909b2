using System.Net.Sockets;
using System.Text.Json;

namespace Estaleiro.Contract.Workshop;

/// <summary>
/// The test process's end of the conversation. It blocks on purpose: a step that is to wait for somebody must not go on, whatever it is in
/// the middle of. Once the other end is gone, every answer is <see cref="WorkshopAnswer.Quit"/>.
/// </summary>
public sealed class WorkshopClient : IDisposable
{
    private readonly Lock asking = new();
    private readonly Lock writing = new();
    private readonly NetworkStream stream;
    private readonly StreamReader reader;
    private readonly StreamWriter writer;

    private WorkshopClient(Socket socket)
    {
        stream = new(socket, ownsSocket: true);
        reader = new(stream);
        writer = new(stream) { AutoFlush = true, NewLine = "\n" };
    }

    /// <summary>Connects to the command line.</summary>
    /// <param name="path">The value of <see cref="EnvironmentVariables.Workshop"/>.</param>
    /// <exception cref="SocketException">Nobody listens there.</exception>
    public static WorkshopClient Connect(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(path));
            return new(socket);
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Says something and, where it wants an answer, waits for it as long as it takes.</summary>
    public WorkshopAnswer Say(WorkshopMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            if (!message.WantsAnswer)
            {
                Write(message);
                return WorkshopAnswer.Go;
            }

            lock (asking)
            {
                Write(message);
                return reader.ReadLine() is { } line ? JsonSerializer.Deserialize<WorkshopAnswer>(line, WorkshopMessage.Json) : WorkshopAnswer.Quit;
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or JsonException)
        {
            return WorkshopAnswer.Quit;
        }
    }

    /// <summary>Ends the conversation.</summary>
    public void Dispose() => stream.Dispose();

    // Others may say something while an answer is waited for.
    private void Write(WorkshopMessage message)
    {
        lock (writing)
        {
            writer.WriteLine(JsonSerializer.Serialize(message, WorkshopMessage.Json));
        }
    }
}
