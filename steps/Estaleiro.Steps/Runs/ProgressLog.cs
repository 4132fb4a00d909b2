namespace Estaleiro.Steps.Runs;

/// <summary>Appends what happens to a file that whoever started the run follows; drops it where there is none.</summary>
internal sealed class ProgressLog(string? path) : IProgress<string>
{
    private readonly Lock writing = new();

    public void Report(string value)
    {
        if (string.IsNullOrEmpty(path))
        {
            return;
        }

        lock (writing)
        {
            try
            {
                File.AppendAllText(path, value + "\n");
            }
            catch (IOException)
            {
                // Progress is a courtesy: a full disk shows where results are written, not here.
            }
        }
    }
}
