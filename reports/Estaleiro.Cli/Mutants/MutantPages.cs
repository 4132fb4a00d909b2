using Estaleiro.Cli.Features;
using Estaleiro.Mutants;
using Estaleiro.Reports.Mutants;

namespace Estaleiro.Cli.Mutants;

/// <summary>Writes the reports about all mutants, and on request the baseline and the page in the repository.</summary>
internal sealed class MutantPages(
    Repository repository, IReadOnlyList<Mutant> mutants, IReadOnlyDictionary<string, string> mistakes, IReadOnlyList<KnownFeature> features)
{
    /// <summary>The folder with a file for each result.</summary>
    internal string Results => Path.Combine(repository.MutantsOut, "results");

    internal string Html => Path.Combine(repository.MutantsOut, "report.html");

    /// <summary>Writes HTML, Markdown and Stryker's JSON; returns what they are about.</summary>
    internal async Task<MutationRun> WriteAsync(ResultStore store, bool accept, CancellationToken cancellationToken)
    {
        var run = new MutationRun([.. All(store).OrderBy(result => result.Name, StringComparer.Ordinal)], [.. Scenarios()]);
        try
        {
            Directory.CreateDirectory(repository.MutantsOut);
            await using (var html = File.Create(Html))
            {
                await MutationReport.WriteAsync(run, html, cancellationToken);
            }

            await File.WriteAllTextAsync(Path.Combine(repository.MutantsOut, "summary.md"), MutationMarkdown.Of(run), cancellationToken);
            await File.WriteAllTextAsync(
                Path.Combine(repository.MutantsOut, "mutation-report.json"),
                StrykerReport.Of(run, file => File.ReadAllText(Path.Combine(repository.Root, file))),
                cancellationToken);
            if (accept)
            {
                await AcceptAsync(run, cancellationToken);
            }

            return run;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CliException.Environment($"Cannot write the reports to {repository.MutantsOut}: {exception.Message}", exception);
        }
    }

    private IEnumerable<MutantResult> All(ResultStore store)
    {
        foreach (var mutant in mutants)
        {
            var empty = new MutantResult
            {
                Name = mutant.Name,
                Story = mutant.Story,
                Component = mutant.Component,
                Kind = mutant.Kind,
                File = repository.Display(mutant.Path),
                State = MutantState.Equivalent,
                Reason = mutant.Equivalent,
            };
            if (mutant.Equivalent is not null || store.Find(mutant) is not null)
            {
                yield return mutant.Equivalent is not null ? empty : store.Find(mutant)!;
            }
        }

        foreach (var (name, mistake) in mistakes)
        {
            yield return new()
            {
                Name = name,
                Story = "",
                Component = "none",
                Kind = "none",
                File = repository.Display(Path.Combine(repository.Mutants, name + Estaleiro.Mutants.Reading.MutantReader.Extension)),
                State = MutantState.Invalid,
                Reason = mistake,
            };
        }
    }

    /// <summary>Scenarios of components, without those that break the cluster themselves.</summary>
    private IEnumerable<string> Scenarios() => features
        .Where(feature => !Translations.IsTranslated(feature) && !feature.Path.Contains($"/{Running.OutagePages.Folder}/", StringComparison.Ordinal))
        .SelectMany(feature => feature.Scenarios)
        .Select(ScenarioKey.Of);

    /// <summary>The page in the repository, as it has to be with a baseline.</summary>
    internal string PageOf(IReadOnlyDictionary<string, BaselineEntry> baseline) => RedPage.Of(
        mutants.ToDictionary(mutant => mutant.Name, mutant => mutant.Story),
        baseline,
        HandMade.Read(Path.Combine(repository.Mutants, HandMade.FileName)),
        [.. Scenarios()]);

    private async Task AcceptAsync(MutationRun run, CancellationToken cancellationToken)
    {
        var path = Path.Combine(repository.Mutants, MutationBaseline.FileName);
        var baseline = MutationBaseline.With(MutationBaseline.Read(path), run, mutants.Select(mutant => mutant.Name));
        await File.WriteAllTextAsync(path, MutationBaseline.ToJson(baseline), cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(repository.Features, RedPage.FileName), PageOf(baseline), cancellationToken);
    }
}
