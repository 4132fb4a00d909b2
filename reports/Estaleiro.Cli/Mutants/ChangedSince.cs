using Estaleiro.Cli.Processes;
using Estaleiro.Mutants;

namespace Estaleiro.Cli.Mutants;

/// <summary>Finds the mutants that a change concerns: their own files, their component's features and steps, or anything that all steps share.</summary>
internal sealed class ChangedSince(Repository repository, IProcessRunner processes)
{
    /// <summary>The mutants among these that changed since a revision of git, or whose specs did.</summary>
    /// <exception cref="CliException">git knows no such revision.</exception>
    internal async Task<IReadOnlyList<Mutant>> FindAsync(IReadOnlyList<Mutant> mutants, string revision, CancellationToken cancellationToken)
    {
        List<string> lines = [];
        var code = await processes.RunAsync(
            new ProcessRequest("git", ["diff", "--name-only", "--end-of-options", revision], repository.Root), lines.Add, cancellationToken);
        return code == 0
            ? [.. mutants.Where(mutant => lines.Exists(path => Concerns(path, mutant)))]
            : throw CliException.Usage($"--since takes a revision of git, not '{revision}'.");
    }

    private bool Concerns(string path, Mutant mutant) =>
        path == repository.Display(mutant.Path)
        || (IsOf("features/", path) is { } feature && feature == mutant.Component)
        || (IsOf("steps/Estaleiro.Steps/", path) is { } steps && (steps == mutant.Component || steps == "shared" || steps.Length == 0));

    /// <summary>The component of a folder, <c>""</c> for a file beside the components' folders, null for a file elsewhere.</summary>
    private static string? IsOf(string start, string path)
    {
        if (!path.StartsWith(start, StringComparison.Ordinal))
        {
            return null;
        }

        var folder = path[start.Length..].Split('/')[0];
        return folder is [>= '0' and <= '9', >= '0' and <= '9', '-', ..] ? folder[3..] : "";
    }
}
