using Estaleiro.Contract;
using Estaleiro.Steps.Runs;

namespace Estaleiro.Steps.Outcomes;

/// <summary>Lists the outcomes that this run received, for <c>./run.sh accept</c>: files of earlier runs are beside them.</summary>
internal static class ReceivedOutcomes
{
    private static readonly Lock Writing = new();

    private static string List => Path.Combine(Repository.Root, RunFiles.Received);

    /// <summary>Forgets those of earlier runs. In a fresh clone not even the folder is there.</summary>
    internal static void Clear()
    {
        if (File.Exists(List))
        {
            File.Delete(List);
        }
    }

    internal static void Add(string received)
    {
        lock (Writing)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(List)!);
            File.AppendAllText(List, $"{Path.GetFullPath(received)}\n");
        }
    }
}
