using System.Text.RegularExpressions;
using Estaleiro.Cli.Processes;
using Estaleiro.Cli.Terminal;

namespace Estaleiro.Cli.Running;

/// <summary>Builds the steps and shows only errors.</summary>
internal sealed partial class SpecBuild(Repository repository, IProcessRunner processes, CliOutput output)
{
    private const int MostErrors = 10;

    /// <exception cref="CliException">The build failed; the lines are those of the compiler.</exception>
    internal async Task BuildAsync(bool verbose, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        var exitCode = await processes.RunAsync(
            new ProcessRequest("dotnet", ["build", repository.Steps, "-c", "Debug", "-nologo", "-v", "q", "-clp:NoSummary"], repository.Root)
            {
                Environment = repository.SpecVariables,
            },
            line =>
            {
                lines.Add(line);
                if (verbose)
                {
                    output.Line(line, Tone.Quiet);
                }
            },
            cancellationToken);
        if (exitCode != 0)
        {
            throw Explain(lines);
        }
    }

    private CliException Explain(List<string> lines)
    {
        // The generator reports a feature's error once, and every target that needs its output reports it again.
        var errors = lines.Select(line => Error().Match(line)).Where(match => match.Success)
            .Select(match => (
                Code: match.Groups["code"].Value,
                Text: $"{Where(match)}{match.Groups["code"].Value} {match.Groups["text"].Value}".Trim(),
                IsFeature: match.Groups["file"].Value.EndsWith(".feature", StringComparison.OrdinalIgnoreCase)))
            .DistinctBy(error => error.Text)
            .ToList();
        if (errors.Count == 0)
        {
            return CliException.Environment($"The steps do not compile. {string.Join(' ', lines.TakeLast(3))}".Trim());
        }

        if (errors.Any(error => error.IsFeature))
        {
            errors.RemoveAll(error => !error.IsFeature);
        }

        var restore = errors.All(error => error.Code.StartsWith("NU", StringComparison.Ordinal)
            || error.Code.StartsWith("NETSDK", StringComparison.Ordinal) || error.Code.StartsWith("MSB", StringComparison.Ordinal));
        var shown = errors.Take(MostErrors).Select(error => error.Text).ToList();
        if (errors.Count > MostErrors)
        {
            shown.Add($"and {errors.Count - MostErrors} more: dotnet build {repository.Display(repository.Steps)}");
        }

        return new CliException(restore ? ExitCode.Environment : ExitCode.Usage, string.Join(Environment.NewLine, shown));
    }

    private string Where(Match match)
    {
        var file = match.Groups["file"].Value;
        var position = match.Groups["line"].Success
            ? $":{match.Groups["line"].Value}:{(match.Groups["column"].Success ? match.Groups["column"].Value : "1")}"
            : "";
        return file.Length == 0 ? "" : $"{repository.Display(file)}{position}: ";
    }

    // https://learn.microsoft.com/visualstudio/msbuild/msbuild-diagnostic-format-for-tasks
    [GeneratedRegex(@"^\s*(?<file>.*?)(?:\((?<line>\d+)(?:,(?<column>\d+))?[^)]*\))?\s*: error (?<code>[A-Za-z]+\d*)\s*: (?<text>.*?)(?: \[[^\]]*proj\])?$")]
    private static partial Regex Error();
}
