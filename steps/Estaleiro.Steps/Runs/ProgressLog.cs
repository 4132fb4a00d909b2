using Estaleiro.Contract;

namespace Estaleiro.Steps.Runs;

/// <summary>Appends notices to the file that the command line follows; drops them if there is none.</summary>
internal sealed class ProgressLog(string? path) : IProgress<Notice>
{
    private readonly Lock writing = new();

    public void Report(Notice value)
    {
        if (string.IsNullOrEmpty(path))
        {
            return;
        }

        lock (writing)
        {
            try
            {
                File.AppendAllText(path, value.ToJson() + "\n");
            }
            catch (IOException)
            {
                // Progress is a courtesy: a full disk shows where results are written, not here.
            }
        }
    }
}
