using System.CommandLine;
using Estaleiro.Cli.Running;
using Estaleiro.Cli.Terminal;
using Estaleiro.Reports.Coverage;
using Estaleiro.Specs.Catalog;

namespace Estaleiro.Cli.Commands;

/// <summary><c>report coverage</c>: compares the features with upstream's conformance tests.</summary>
internal sealed class CoverageCommand
{
    internal CoverageCommand(CliServices services)
    {
        var upstream = new Option<string>("--upstream")
        {
            HelpName = "conformance.yaml",
            Description = "Upstream's list of tests: test/conformance/testdata/conformance.yaml in a clone of kubernetes/kubernetes.",
            Required = true,
        };
        var markdown = new Option<string?>("--markdown")
        {
            HelpName = "file",
            Description = "Also write the result to this Markdown file, with the name of every test and scenario.",
        };
        Command = new Command("coverage", "Shows which of upstream's conformance tests the features cover, which they don't, and what they check beyond them.") { upstream, markdown };
        Command.SetAction((parsed, cancellationToken) => CoverAsync(
            services, parsed.GetRequiredValue(upstream), parsed.GetValue(markdown), cancellationToken));
    }

    internal Command Command { get; }

    private static async Task<int> CoverAsync(CliServices services, string upstream, string? markdown, CancellationToken cancellationToken)
    {
        var tests = Read(upstream);
        var repository = services.FindRepository();
        if (!Directory.Exists(repository.Features))
        {
            throw CliException.Usage($"Folder {repository.Features} does not exist.");
        }

        var catalog = await FeatureCatalog.LoadAsync(repository.Features, repository.Root, cancellationToken);
        if (catalog.Errors.Count > 0)
        {
            throw CliException.Usage(string.Join(
                Environment.NewLine, catalog.Errors.Select(error => $"{error.Uri}:{error.Line}:{error.Column}: {error.Message}")));
        }

        var coverage = ConformanceCoverage.Of(tests, catalog.Features.Select(feature => feature.Document));
        CoveragePrinter.Print(services.Output, coverage);
        if (markdown is not null)
        {
            await WriteAsync(markdown, CoverageMarkdown.Of(coverage), cancellationToken);
            services.Output.Line($"Markdown: {markdown}", Tone.Quiet);
        }

        foreach (var problem in coverage.Problems)
        {
            services.Error.Line(problem, Tone.Bad);
        }

        return coverage.Problems.Count == 0 ? ExitCode.Green : ExitCode.Usage;
    }

    private static IReadOnlyList<UpstreamTest> Read(string path)
    {
        try
        {
            using var reader = File.OpenText(path);
            return UpstreamTests.Read(reader);
        }
        catch (UpstreamFormatException exception)
        {
            throw CliException.Usage($"{path} is not upstream's conformance.yaml: {exception.Message}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CliException.Usage(File.Exists(path)
                ? $"Cannot read {path}: {exception.Message}"
                : $"File {path} does not exist. --upstream takes test/conformance/testdata/conformance.yaml in a clone of kubernetes/kubernetes.");
        }
    }

    private static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllTextAsync(path, text, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CliException.Environment($"Cannot write {path}: {exception.Message} Choose another file with --markdown.", exception);
        }
    }
}
