using Estaleiro.Contract;

namespace Estaleiro.Cli.Snapshots;

/// <summary>Which folders of a user's features the last run ran, so that <c>accept</c> need not be told again.</summary>
internal static class LastSpecs
{
    /// <summary>Notes them; none if the run was of the kit's own features.</summary>
    internal static void Write(Repository repository)
    {
        var path = Path.Combine(repository.Root, RunFiles.Specs);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllLines(path, repository.Specs);
    }

    internal static IReadOnlyList<string> Read(Repository repository)
    {
        var path = Path.Combine(repository.Root, RunFiles.Specs);
        return File.Exists(path) ? File.ReadAllLines(path) : [];
    }
}
