namespace Estaleiro.Cli.Running;

/// <summary>The test process's output. If the disk fills up, the rest of this file is lost, but the run continues.</summary>
internal sealed class TestLog : IDisposable
{
    private const int TailLength = 20;

    private readonly Queue<string> tail = new();
    private StreamWriter? writer;

    internal TestLog(string path)
    {
        Guard(() => writer = new StreamWriter(path) { AutoFlush = true });
    }

    /// <summary>The first error while writing the file, or null.</summary>
    internal Exception? WriteError { get; private set; }

    /// <summary>The last lines that are not empty.</summary>
    internal IEnumerable<string> Tail => tail;

    internal void Add(string line)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            tail.Enqueue(line.Trim());
            if (tail.Count > TailLength)
            {
                tail.Dequeue();
            }
        }

        Guard(() => writer?.WriteLine(line));
    }

    public void Dispose() => Guard(() => writer?.Dispose());

    private void Guard(Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            WriteError ??= exception;
            writer = null;
        }
    }
}
