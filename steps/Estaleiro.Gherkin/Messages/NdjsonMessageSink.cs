using System.Text;
using Io.Cucumber.Messages.Types;

namespace Estaleiro.Gherkin.Messages;

/// <summary>Writes messages to a file, one line each, flushed at once: after a crash the file holds everything up to it.</summary>
internal sealed class NdjsonMessageSink : IMessageSink, IDisposable
{
    private readonly Lock gate = new();
    private readonly string path;
    private readonly FileStream? stream;
    private SpecRunException? failure;

    /// <summary>Creates the file and its folder. A path that cannot be written is reported by the first <see cref="Write"/>.</summary>
    public NdjsonMessageSink(string path)
    {
        this.path = path;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        }
        catch (System.Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            failure = Failure(error);
        }
    }

    public void Write(Envelope envelope)
    {
        var line = Encoding.UTF8.GetBytes(MessageJson.Serialize(envelope) + "\n");
        lock (gate)
        {
            if (failure is not null)
            {
                throw failure;
            }

            try
            {
                stream!.Write(line);
                stream.Flush();
            }
            catch (System.Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                failure = Failure(error);
                throw failure;
            }
        }
    }

    public void Dispose() => stream?.Dispose();

    private SpecRunException Failure(System.Exception error) => new($"The Cucumber messages cannot be written to '{path}': {error.Message}");
}
