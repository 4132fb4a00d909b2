using System.Collections.Concurrent;
using Estaleiro.Cli.Features;
using Estaleiro.Cli.Running;
using Estaleiro.Cli.Terminal;
using Estaleiro.Mutants;
using Estaleiro.Mutants.Reading;
using Estaleiro.Reports.Model;
using Estaleiro.Reports.Mutants;

namespace Estaleiro.Cli.Mutants;

/// <summary>
/// Executes <c>mutants</c>: the mutants' features on healthy clusters, each mutant with the scenarios of its component, and in the end, healthy
/// again, the scenarios that killed one.
/// </summary>
internal sealed class MutantsHandler(CliServices services, MutantsOptions options)
{
    private readonly CliOutput output = services.Output;
    private readonly HashSet<string> sick = new(StringComparer.Ordinal);

    /// <returns>One of <see cref="ExitCode"/>: green if every mutant that counts was killed.</returns>
    internal async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var repository = services.FindRepository();
        var features = await services.Features.LoadAsync(repository, cancellationToken);
        var (mutants, mistakes) = Read(repository);
        var chosen = await ChooseAsync(repository, mutants, cancellationToken);
        foreach (var mistake in options.Names.Count == 0 ? mistakes.Values : mistakes.Where(pair => options.Names.Contains(pair.Key)).Select(pair => pair.Value))
        {
            services.Error.Line($"invalid: {mistake}", Tone.Bad);
        }

        var pages = new MutantPages(repository, mutants, mistakes, features);
        var store = new ResultStore(pages.Results);
        var due = chosen.Where(mutant => mutant.Equivalent is null && (options.Again || store.Find(mutant) is null)).ToList();
        output.Line(
            $"{CountText.Of(chosen.Count, "mutant")}, {due.Count} to run"
            + (due.Count < chosen.Count ? $"; the others have a result or are equivalent (--again runs them once more)" : ""),
            Tone.Heading);
        if (due.Count > 0)
        {
            await RunAsync(repository, features, due, store, cancellationToken);
        }

        var run = await pages.WriteAsync(store, options.Accept, cancellationToken);
        var shown = run with { Mutants = [.. run.Mutants.Where(result => chosen.Any(mutant => mutant.Name == result.Name))] };
        foreach (var (title, score) in shown.ByComponent)
        {
            output.Line($"  {title}: {score}", Tone.Quiet);
        }

        output.Line($"killed: {shown.Score}", shown.Score.Killed == shown.Score.Valid ? Tone.Good : Tone.Warning);
        output.Line($"report: {repository.Display(pages.Html)}");
        return mistakes.Count > 0 && options.Names.Count == 0 ? ExitCode.Usage
            : shown.Score.Killed == shown.Score.Valid && shown.In(MutantState.Invalid).Count == 0 ? ExitCode.Green
            : ExitCode.Failed;
    }

    private (IReadOnlyList<Mutant> Mutants, IReadOnlyDictionary<string, string> Mistakes) Read(Repository repository)
    {
        var reader = new MutantReader(repository.Features);
        var mutants = new List<Mutant>();
        var mistakes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in MutantReader.Files(repository.Mutants))
        {
            try
            {
                mutants.Add(reader.Read(file));
            }
            catch (MutantException exception)
            {
                mistakes.Add(Path.GetFileNameWithoutExtension(file), exception.Message);
            }
            catch (IOException exception)
            {
                mistakes.Add(Path.GetFileNameWithoutExtension(file), $"{Path.GetFileName(file)}: {exception.Message}");
            }
        }

        if (options.Components.FirstOrDefault(component => !reader.Components.Contains(component)) is { } unknown)
        {
            throw CliException.Usage($"Unknown component '{unknown}'. Known are {string.Join(", ", reader.Components)}.");
        }

        if (options.Names.FirstOrDefault(name => !mistakes.ContainsKey(name) && mutants.TrueForAll(mutant => mutant.Name != name)) is { } missing)
        {
            throw CliException.Usage($"Unknown mutant '{missing}': there is no {repository.Display(Path.Combine(repository.Mutants, missing + MutantReader.Extension))}.");
        }

        return (mutants, mistakes);
    }

    private async Task<IReadOnlyList<Mutant>> ChooseAsync(Repository repository, IReadOnlyList<Mutant> mutants, CancellationToken cancellationToken)
    {
        IReadOnlyList<Mutant> chosen =
        [
            .. mutants.Where(mutant => (options.Names.Count == 0 || options.Names.Contains(mutant.Name))
                && (options.Components.Count == 0 || options.Components.Contains(mutant.Component))),
        ];
        if (options.Since is { } revision)
        {
            chosen = await new ChangedSince(repository, services.Processes).FindAsync(chosen, revision, cancellationToken);
        }

        return options.Shard is { } shard ? [.. chosen.Where((_, index) => index % shard.Parts == shard.Part - 1)] : chosen;
    }

    private async Task RunAsync(
        Repository repository, IReadOnlyList<KnownFeature> features, List<Mutant> due, ResultStore store, CancellationToken cancellationToken)
    {
        await services.RunEnvironment.PrepareAsync(RunOptionsFor(null), cancellationToken);
        using var specs = await BuiltSpecs.BuildAsync(services, repository, Guid.NewGuid().ToString("N")[..8], verbose: false, cancellationToken);
        await ControlAsync(repository, features, due, new(services, repository, specs, Timeout.InfiniteTimeSpan), cancellationToken);
        var tests = new MutantTests(services, repository, specs, options.Limit);
        var done = 0;
        var results = new ConcurrentBag<MutantResult>();
        await Parallel.ForEachAsync(
            due,
            new ParallelOptions { MaxDegreeOfParallelism = options.Parallel, CancellationToken = cancellationToken },
            async (mutant, token) =>
            {
                var result = await RunAsync(repository, features, mutant, tests, token);
                await store.KeepAsync(result, CancellationToken.None);
                results.Add(result);
                Show(result, Interlocked.Increment(ref done), due.Count);
            });
        await ConfirmAsync(repository, features, [.. results], new(services, repository, specs, Timeout.InfiniteTimeSpan), store, cancellationToken);
    }

    private void Show(MutantResult result, int number, int count)
    {
        var tone = result.State switch
        {
            MutantState.Killed => Tone.Good,
            MutantState.Survived or MutantState.TimedOut => Tone.Warning,
            MutantState.Invalid => Tone.Bad,
            _ => Tone.Quiet,
        };
        var because = result.Kills is [var kill, ..] ? $"{kill.Scenario}: {kill.FirstLine}" : result.Reason;
        output.Line($"[{number}/{count}] {result.Name}: {MutantWords.Of(result.State)} in {result.Seconds:0} s{(because is null ? "" : $" by {because}")}", tone);
    }

    /// <summary>The features of the mutants on healthy clusters: what fails there says nothing about a mutant.</summary>
    private async Task ControlAsync(
        Repository repository, IReadOnlyList<KnownFeature> features, List<Mutant> due, MutantTests tests, CancellationToken cancellationToken)
    {
        var kept = new ControlFile(Path.Combine(repository.MutantsOut, "control.txt"), repository);
        var wanted = (options.AllScenarios ? due.SelectMany(mutant => Whole(features, mutant)) : due.SelectMany(mutant => First(features, mutant)))
            .Select(feature => feature.Path)
            .Distinct()
            .Where(path => options.Again || !kept.Contains(path))
            .ToList();
        if (wanted.Count == 0)
        {
            return;
        }

        output.Line($"healthy control: {CountText.Of(wanted.Count, "feature")}", Tone.Quiet);
        var selection = Selection.Create(features, null, wanted, repository);
        var round = await tests.RunAsync(
            RunOptionsFor(null), Path.Combine(repository.MutantsOut, "control"), selection, stopsAtFailure: false, cancellationToken);
        foreach (var scenario in round.Run.Scenarios.Where(scenario => scenario.Outcome is not (ScenarioOutcome.Passed or ScenarioOutcome.Skipped)))
        {
            sick.Add(ScenarioKey.Of(scenario));
            services.Error.Line($"fails on a healthy cluster, so it kills no mutant: {ScenarioKey.Of(scenario)}: {MutantVerdict.KillOf(scenario).FirstLine}", Tone.Warning);
        }

        if (!round.Run.Scenarios.Any(scenario => scenario.Outcome == ScenarioOutcome.Passed))
        {
            throw CliException.Environment($"No scenario passes on a healthy cluster, so mutants show nothing: {round.LogTail.LastOrDefault()}");
        }

        kept.Add(wanted.Where(path => !sick.Any(key => key.StartsWith(path, StringComparison.Ordinal))));
        output.Line($"healthy control: {round.Passed.Count()} passed, {sick.Count} failed in {round.Seconds:0} s", sick.Count == 0 ? Tone.Good : Tone.Warning);
    }

    private async Task<MutantResult> RunAsync(
        Repository repository, IReadOnlyList<KnownFeature> features, Mutant mutant, MutantTests tests, CancellationToken cancellationToken)
    {
        var rounds = new List<MutantRound>();
        var (first, whole) = (First(features, mutant), Whole(features, mutant));
        List<IReadOnlyList<KnownFeature>> parts = options.AllScenarios ? [whole] : [first, [.. whole.Except(first)]];
        foreach (var part in parts.Where(part => part.Count > 0))
        {
            var folder = Path.Combine(repository.MutantsOut, "runs", mutant.Name, $"{rounds.Count + 1}");
            var selection = Selection.Create(features, null, [.. part.Select(feature => feature.Path)], repository);
            rounds.Add(await tests.RunAsync(RunOptionsFor(mutant), folder, selection, stopsAtFailure: !options.AllScenarios, cancellationToken));
            if (MutantVerdict.Of(mutant, rounds, sick).State is not (MutantState.Survived or MutantState.Invalid) || rounds[^1].Failed.Any() || !rounds[^1].Passed.Any())
            {
                break;
            }
        }

        var (state, reason) = MutantVerdict.Of(mutant, rounds, sick);
        return new MutantResult
        {
            Name = mutant.Name,
            Story = mutant.Story,
            Component = mutant.Component,
            Kind = mutant.Kind,
            File = repository.Display(mutant.Path),
            State = state,
            Reason = reason,
            Kills = state == MutantState.Killed
                ? [.. rounds.SelectMany(round => round.Failed).Where(scenario => !sick.Contains(ScenarioKey.Of(scenario))).Select(MutantVerdict.KillOf)]
                : [],
            Passed = [.. rounds.SelectMany(round => round.Passed).Select(ScenarioKey.Of)],
            Seconds = rounds.Sum(round => round.Seconds),
            Kubernetes = rounds.SelectMany(round => round.Run.Scenarios).Select(scenario => scenario.Kubernetes).FirstOrDefault(version => version is not null),
            Fingerprint = ResultStore.FingerprintOf(mutant.Path),
        };
    }

    /// <summary>What killed a mutant has to pass on a healthy cluster, also now.</summary>
    private async Task ConfirmAsync(
        Repository repository, IReadOnlyList<KnownFeature> features, IReadOnlyList<MutantResult> results, MutantTests tests, ResultStore store, CancellationToken cancellationToken)
    {
        var killers = results.SelectMany(result => result.Kills).Select(kill => kill.Path).Distinct().ToList();
        if (killers.Count == 0)
        {
            return;
        }

        var keys = results.SelectMany(result => result.Kills).Select(kill => kill.Key).ToHashSet(StringComparer.Ordinal);
        var all = Selection.Create(features, null, killers, repository);
        var selection = all.Narrow(scenario => keys.Contains(ScenarioKey.Of(scenario))) ?? all;
        output.Line($"healthy control at the end: {CountText.Of(selection.Scenarios.Count, "scenario")} that killed a mutant", Tone.Quiet);
        var round = await tests.RunAsync(
            RunOptionsFor(null), Path.Combine(repository.MutantsOut, "control-at-the-end"), selection, stopsAtFailure: false, cancellationToken);
        var failed = round.Run.Scenarios.Where(scenario => scenario.Outcome == ScenarioOutcome.Failed).Select(ScenarioKey.Of).ToHashSet(StringComparer.Ordinal);
        foreach (var result in results.Where(result => result.Kills.Count > 0 && result.Kills.All(kill => failed.Contains(kill.Key))))
        {
            services.Error.Line($"{result.Name} was not killed: {result.Kills[0].Scenario} also fails on a healthy cluster", Tone.Warning);
            await store.KeepAsync(result with { State = MutantState.Invalid, Kills = [], Reason = $"{result.Kills[0].Scenario} also fails on a healthy cluster" }, cancellationToken);
        }

        output.Line($"healthy control at the end: {round.Passed.Count()} passed, {failed.Count} failed in {round.Seconds:0} s", failed.Count == 0 ? Tone.Good : Tone.Warning);
    }

    private RunOptions RunOptionsFor(Mutant? mutant) => new()
    {
        Cluster = "k3s",
        Image = options.Image,
        TimeoutScale = options.TimeoutScale,
        Yes = options.Yes,
        Mutant = mutant?.Path,
    };

    /// <summary>The features that are expected to kill a mutant; all of its component if none are named.</summary>
    private static IReadOnlyList<KnownFeature> First(IReadOnlyList<KnownFeature> features, Mutant mutant) => mutant.Features.Count == 0
        ? Whole(features, mutant)
        : [.. features.Where(feature => mutant.Features.Contains(Path.GetFileNameWithoutExtension(feature.Path)) && !Translations.IsTranslated(feature))];

    /// <summary>The features of a mutant's component, and those that are expected to kill it.</summary>
    private static IReadOnlyList<KnownFeature> Whole(IReadOnlyList<KnownFeature> features, Mutant mutant) =>
    [
        .. features.Where(feature => !Translations.IsTranslated(feature)
            && (feature.Path.Split('/') is [_, [_, _, '-', .. var component], ..] && component == mutant.Component
                || mutant.Features.Contains(Path.GetFileNameWithoutExtension(feature.Path)))),
    ];
}
