namespace Estaleiro.Cli;

/// <summary>Reports synchronously and in order; <see cref="Progress{T}"/> would post to the thread pool.</summary>
internal sealed class LineProgress(Action<string> write) : IProgress<string>
{
    private readonly Lock gate = new();

    public void Report(string value)
    {
        lock (gate)
        {
            write(value);
        }
    }
}
