using System.Text.Json;
using Io.Cucumber.Messages.Types;

namespace Estaleiro.Reports.Messages;

/// <summary>
/// Reads Cucumber messages (NDJSON, https://github.com/cucumber/messages) from a stream that may still grow.
/// A line that is no message is a problem to be told, never an exception: what could be read around it stays of use.
/// </summary>
public sealed class MessageReader : IDisposable
{
    /// <summary>Problems are told one by one up to this many, then counted: a file of another kind has one in each line.</summary>
    public const int MostProblemsListed = 10;

    private readonly Stream stream;
    private readonly List<string> problems = [];
    private readonly MemoryStream pending = new();
    private readonly byte[] buffer = new byte[64 * 1024];
    private int line;
    private int unlisted;

    /// <summary>Reads from a stream, from where it stands; the reader owns it.</summary>
    public MessageReader(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        this.stream = stream;
    }

    /// <summary>Opens a file that another process may be writing.</summary>
    /// <exception cref="IOException">The file does not exist or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not read the file.</exception>
    public static MessageReader Open(string path) =>
        new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1));

    /// <summary>What could not be read, one line each, in the order of the file.</summary>
    public IReadOnlyList<string> Problems =>
        unlisted == 0 ? problems : [.. problems, $"and {unlisted} more lines that are not Cucumber messages"];

    /// <summary>
    /// The messages whose lines have been completed since the last call. A line without its line feed is kept for the next call.
    /// </summary>
    /// <exception cref="IOException">Reading failed.</exception>
    public IEnumerable<Envelope> ReadAvailable()
    {
        int count;
        while ((count = stream.Read(buffer)) > 0)
        {
            var start = 0;
            int feed;
            while ((feed = Array.IndexOf(buffer, (byte)'\n', start, count - start)) >= 0)
            {
                pending.Write(buffer, start, feed - start);
                start = feed + 1;
                line++;
                if (TakePending(cut: false) is { } envelope)
                {
                    yield return envelope;
                }
            }

            pending.Write(buffer, start, count - start);
        }
    }

    /// <summary>
    /// The messages up to the end of a file that does not grow any more. A last line without line feed is a message
    /// where it is whole; where it is not, the file was cut, and <see cref="Problems"/> says so.
    /// </summary>
    /// <exception cref="IOException">Reading failed.</exception>
    public IEnumerable<Envelope> ReadToEnd()
    {
        foreach (var envelope in ReadAvailable())
        {
            yield return envelope;
        }

        line++;
        if (TakePending(cut: true) is { } last)
        {
            yield return last;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stream.Dispose();
        pending.Dispose();
    }

    private Envelope? TakePending(bool cut)
    {
        var bytes = pending.GetBuffer().AsSpan(0, (int)pending.Length);
        if (line == 1 && bytes.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        bytes = bytes.Trim(" \t\r"u8);
        try
        {
            return bytes.IsEmpty ? null : MessageJson.Deserialize(bytes);
        }
        catch (JsonException exception)
        {
            Report(cut
                ? $"the messages end in the middle of line {line}: the process that wrote them did not finish"
                : $"line {line} is not a Cucumber message: {FirstLine(exception.Message)}");
            return null;
        }
        finally
        {
            pending.SetLength(0);
        }
    }

    private void Report(string problem)
    {
        if (problems.Count < MostProblemsListed)
        {
            problems.Add(problem);
        }
        else
        {
            unlisted++;
        }
    }

    private static string FirstLine(string text) => text.AsSpan().Trim().ToString().Split('\n')[0].TrimEnd('\r');
}
