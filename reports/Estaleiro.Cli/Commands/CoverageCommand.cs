using System.CommandLine;
using Estaleiro.Cli.Running;
using Estaleiro.Cli.Terminal;
using Estaleiro.Specs.Catalog;
using Estaleiro.Reports.Coverage;

namespace Estaleiro.Cli.Commands;

/// <summary><c>report coverage</c>: the features against upstream's own conformance tests.</summary>
internal sealed class CoverageCommand
{
    internal CoverageCommand(CliServices services)
    {
        var upstream = new Option<string>("--upstream")
        {
            HelpName = "conformance.yaml",
            Description = "Upstream's list: test/conformance/testdata/conformance.yaml of a kubernetes/kubernetes version.",
            Required = true,
        };
        var markdown = new Option<string?>("--markdown")
        {
            HelpName = "file",
            Description = "Where the same goes as a page of Markdown, with every test and scenario by name.",
        };
        Command = new Command("coverage", "What the features cover of upstream's conformance tests, have beyond them, and leave out.") { upstream, markdown };
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
            throw CliException.Usage($"There is no folder {repository.Features}.");
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
                ? $"{path} cannot be read: {exception.Message}"
                : $"There is no file {path}. --upstream takes test/conformance/testdata/conformance.yaml of a clone of kubernetes/kubernetes.");
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
            throw CliException.Environment($"{path} cannot be written: {exception.Message} Name another file with --markdown.", exception);
        }
    }
}
