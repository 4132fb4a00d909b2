using System.Globalization;
using Estaleiro.Cli.Features;
using Estaleiro.Cli.Snapshots;
using Estaleiro.Cli.Terminal;
using Estaleiro.Cli.Workshops;
using Estaleiro.Reports.Html;
using Estaleiro.Reports.JUnit;
using Estaleiro.Reports.Markdown;
using Estaleiro.Reports.Model;
using Estaleiro.Reports.Summary;
using Spectre.Console;

namespace Estaleiro.Cli.Running;

/// <summary>Executes <c>run</c>.</summary>
internal sealed class RunHandler(CliServices services, RunOptions options)
{
    private readonly CliOutput output = services.Output;

    /// <returns>One of <see cref="ExitCode"/>.</returns>
    internal async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var repository = services.FindRepository().With(options.Specs);
        if (await new RunSelection(services, options).CreateAsync(repository, cancellationToken) is not { } selection)
        {
            return ExitCode.Green;
        }

        if (options.DryRun)
        {
            await CheckSnapshotsAsync(repository, cancellationToken);
        }

        options = await BundledImages.LoadAsync(services, options, cancellationToken);
        options = options with { Image = await ReleaseChoice.ImageAsync(services, options.Kubernetes, options.Image, cancellationToken) };
        var runId = NewRunId();
        var folder = CreateFolder(repository, runId);
        IReadOnlyList<KeyValuePair<string, string>> properties;
        BuiltSpecs specs;
        try
        {
            properties = options.DryRun ? [] : await services.RunEnvironment.PrepareAsync(options, cancellationToken);
            specs = await BuiltSpecs.BuildAsync(services, repository, runId, options.Verbose, cancellationToken);
        }
        catch
        {
            folder.Abandon();
            throw;
        }

        using var built = specs;
        LastSpecs.Write(repository);
        if (options.Out is null && !options.DryRun)
        {
            folder.PointLatestHere();
        }

        output.Line(
            $"{(options.DryRun ? "binding" : "running")} {CountText.Of(selection.Scenarios.Count, "scenario")} of {CountText.Of(selection.Features.Count, "feature")} (run {runId})",
            Tone.Heading);
        if (options.Rounds.Count == 1 || options.DryRun)
        {
            return (await RunRoundAsync(repository, built, folder, runId, selection, properties, cancellationToken)).ExitCode;
        }

        return await RepeatAsync(repository, built, folder, selection, properties, cancellationToken);
    }

    /// <exception cref="CliException">Features cannot find their snapshots, or snapshots belong to no scenario; one line for each.</exception>
    private async Task CheckSnapshotsAsync(Repository repository, CancellationToken cancellationToken)
    {
        var features = await services.Features.LoadAsync(repository, cancellationToken);
        List<string> problems =
        [
            .. features.Select(feature => feature.FileProblem).OfType<string>(),
            .. new SnapshotFiles(repository, features).Orphans.Select(file => $"{file}: no scenario has this snapshot. Rename it with its scenario, or delete it."),
        ];
        if (problems.Count > 0)
        {
            throw CliException.Usage(string.Join(Environment.NewLine, problems));
        }
    }

    /// <summary>Runs the rounds, each with its own test process, clusters and folder.</summary>
    private async Task<int> RepeatAsync(
        Repository repository,
        BuiltSpecs specs,
        RunFolder folder,
        Selection selection,
        IReadOnlyList<KeyValuePair<string, string>> properties,
        CancellationToken cancellationToken)
    {
        var rounds = new List<RunRound>();
        var trouble = ExitCode.Green;
        while (rounds.Count < options.Rounds.Count && !cancellationToken.IsCancellationRequested)
        {
            output.Line();
            output.Line($"round {rounds.Count + 1} of {options.Rounds.Count}", Tone.Heading);
            RunFolder round;
            try
            {
                round = RunFolder.Create(folder.RoundPath(rounds.Count + 1));
            }
            catch (CliException exception) when (rounds.Count > 0)
            {
                // Even if the disk is full, report the rounds so far.
                services.Error.Line(exception.Message, Tone.Bad);
                trouble = exception.ExitCode;
                break;
            }

            rounds.Add(await RunRoundAsync(repository, specs, round, NewRunId(), selection, properties, cancellationToken));
            if (options.Rounds.FailFast && rounds[^1].ExitCode != ExitCode.Green)
            {
                break;
            }
        }

        var endedEarly = cancellationToken.IsCancellationRequested || (options.Rounds.FailFast && rounds[^1].ExitCode != ExitCode.Green);
        var overview = new RepeatOverview(selection, rounds, options.Rounds.Count, endedEarly);
        var lines = overview.Lines(round => repository.Display(round.Path)).ToList();
        output.Line();
        foreach (var (text, tone) in lines)
        {
            output.Line(text, tone);
        }

        folder.WriteOverview(lines.Select(line => line.Text));
        output.Line($"results: {repository.Display(folder.Path)}");
        return overview.ExitCodeOfAll == ExitCode.Green ? trouble : overview.ExitCodeOfAll;
    }

    private async Task<RunRound> RunRoundAsync(
        Repository repository,
        BuiltSpecs built,
        RunFolder folder,
        string runId,
        Selection selection,
        IReadOnlyList<KeyValuePair<string, string>> properties,
        CancellationToken cancellationToken)
    {
        folder.WriteSelection(selection);

        using var log = new TestLog(folder.TestLog);
        var (run, exitCode) = await RunTestsAsync(repository, built, folder, runId, selection, log, cancellationToken);
        var interrupted = cancellationToken.IsCancellationRequested;
        var problems = run.Problems.ToList();
        if (!interrupted)
        {
            problems.AddRange(RunChecks.Problems(run, selection, exitCode, log.Tail, options.Rounds.FailFast, mayCheckNothing: options.DryRun || options.Workshop));
        }

        else if (!options.Workshop && RunChecks.NotRun(run, selection) is { Count: > 0 } missing)
        {
            problems.Add(RunChecks.NotRunText(missing.Count, selection.Scenarios.Count));
        }

        run = (options.Workshop ? WorkshopHandler.Reached(run) : run) with { Problems = problems };
        if (options.DryRun)
        {
            return new(run, folder, DryRunPrinter.Print(output, run, interrupted));
        }

        foreach (var removed in await RunCleanUp.RemoveAsync(services, runId))
        {
            output.Line($"removed {removed}", Tone.Quiet);
        }

        var early = interrupted || options.Rounds.FailFast;
        SummaryPrinter.Print(output, RunSummary.Of(run), early ? RunChecks.NotRun(run, selection).Count : 0);
        KeptPrinter.Print(output, folder.Path, options.Context);
        var unwritten = await WriteReportsAsync(run, properties, folder) ?? log.WriteError;
        new GitHubJob(services).Tell(run, repository);
        output.Line($"results: {repository.Display(folder.Path)}");
        if (File.Exists(folder.Html))
        {
            output.Line($"report:  {repository.Display(folder.Html)}");
        }

        if (unwritten is not null)
        {
            services.Error.Line(RunFolder.Unusable(folder.Path, unwritten), Tone.Bad);
        }

        return new(
            run,
            folder,
            interrupted ? ExitCode.Interrupted
                : unwritten is not null ? ExitCode.Environment
                : run.IsGreen ? ExitCode.Green
                : FailedForTheCluster(run) ? ExitCode.Environment
                : ExitCode.Failed);
    }

    private static string NewRunId() => Guid.NewGuid().ToString("N")[..8];

    private RunFolder CreateFolder(Repository repository, string runId)
    {
        var stamp = services.Time.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        return RunFolder.Create(options.Out ?? Path.Combine(repository.Out, $"{stamp}-{runId}"));
    }

    private async Task<(TestRun Run, int? ExitCode)> RunTestsAsync(
        Repository repository, BuiltSpecs specs, RunFolder folder, string runId, Selection selection, TestLog log, CancellationToken cancellationToken)
    {
        void OnLine(string line)
        {
            log.Add(line);
            if (options.Verbose)
            {
                output.Line(line, Tone.Quiet);
            }
        }

        var tests = new SpecTests(repository, specs.Assembly, services.Processes)
            .RunAsync(options, runId, folder, selection.TestFilter, OnLine, cancellationToken);
        var tally = new RunTally(selection.Scenarios.Count, TimeProvider.System);
        TestRun run;
        if (options.DryRun || options.Workshop)
        {
            run = await FollowAsync(new SilentDisplay());
        }
        else if (output.Console is { } console && console.Profile.Capabilities.Interactive)
        {
            run = await console.Live(new Text("")).AutoClear(true).StartAsync(context => FollowAsync(new LiveDisplay(console, output, context)));
        }
        else
        {
            run = await FollowAsync(new PlainDisplay(output));
        }

        try
        {
            return (run, await tests);
        }
        catch (OperationCanceledException)
        {
            return (run, null);
        }

        async Task<TestRun> FollowAsync(IRunDisplay display)
        {
            using var follower = new RunFollower(folder, tally, display);
            return await follower.FollowAsync(tests);
        }
    }

    // Not the command's token: an interrupted run gets a report too.
    private async Task<Exception?> WriteReportsAsync(TestRun run, IReadOnlyList<KeyValuePair<string, string>> properties, RunFolder folder)
    {
        try
        {
            await using (var file = File.Create(folder.JUnit))
            {
                JUnitReport.Write(run, properties, file, options.JUnit);
            }

            await using var html = File.Create(folder.Html);
            await HtmlReport.WriteAsync(run, html, CancellationToken.None);
            await File.WriteAllTextAsync(folder.Summary, MarkdownSummary.Of(run), CancellationToken.None);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return exception;
        }
    }

    /// <summary>Whether every failure is the lack of a cluster, which says nothing about the scenarios' checks.</summary>
    private static bool FailedForTheCluster(TestRun run)
    {
        var failed = run.Scenarios.Where(scenario => scenario.Outcome == ScenarioOutcome.Failed).ToList();
        return failed.Count > 0 && failed.TrueForAll(scenario => scenario.FailureNote is { IsForWantOfCluster: true });
    }
}
