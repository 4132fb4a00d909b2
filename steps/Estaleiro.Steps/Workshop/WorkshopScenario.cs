using System.Diagnostics;
using Estaleiro.Clusters;
using Estaleiro.Contract.Workshop;
using Estaleiro.Specs.Xunit.Pacing;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Scenarios;
using Xunit;

namespace Estaleiro.Steps.Workshop;

/// <summary>One scenario as the person who leads a workshop sees it.</summary>
internal sealed class WorkshopScenario(WorkshopSession session, ScenarioContext scenario, FeatureContext feature, Lazy<ScenarioCluster> cluster, Lazy<EvidenceLog> evidence)
{
    /// <summary>What a comment in a feature file begins with that is meant for the workshop, in the languages features are written in.</summary>
    private static readonly string[] Marks = ["Watch for:", "Observe:"];

    private readonly Stopwatch held = new();
    private WorkshopMessage? pending;
    private bool introduced;
    private string? kubectl;
    private string? told;

    /// <summary>How long the running step was held up.</summary>
    internal TimeSpan HeldUp => held.Elapsed;

    /// <summary>Whether the rest of the scenario is left out, or its failure shown: nothing more is asked.</summary>
    internal bool IsOver { get; private set; }

    /// <summary>Tells what is next, once.</summary>
    internal void Introduce(IReadOnlyList<string> steps, string? place, IReadOnlyList<string> comments)
    {
        if (introduced)
        {
            return;
        }

        introduced = true;
        session.WasRepeated = false;
        var tags = string.Join(' ', scenario.ScenarioInfo.CombinedTags.Select(tag => "@" + tag));
        session.Say(new WorkshopMessage
        {
            Event = WorkshopEvent.Scenario,
            Text = scenario.ScenarioInfo.Title + ArgumentText(),
            Feature = feature.FeatureInfo.Title,
            Question = feature.FeatureInfo.Description,
            WatchFor = WatchFor([scenario.ScenarioInfo.Description ?? "", .. MarkedOf(comments)]),
            Place = place is null ? tags : $"{place}  {tags}",
            Steps = steps,
            CanRepeat = true,
        });
    }

    /// <summary>
    /// Shows a step and holds it up: here, or where <paramref name="tellsCommand"/>, as soon as it tells its command.
    /// </summary>
    internal async Task AnnounceAsync(string title, int number, string? argument, IReadOnlyList<string> comments, bool tellsCommand)
    {
        held.Reset();
        pending = new WorkshopMessage
        {
            Event = WorkshopEvent.Step,
            Text = title,
            Number = number,
            Argument = argument,
            WatchFor = WatchFor(MarkedOf(comments)),
            CanRepeat = number > 1,
            Cluster = await FindClusterAsync(),
        };
        evidence.Value.Announcing = Hear;
        if (!tellsCommand)
        {
            Ask(null);
        }
    }

    /// <summary>Shows that a step runs once more.</summary>
    internal void AnnounceAgain(string title, int number)
    {
        held.Reset();
        pending = null;
        session.WasRepeated = true;
        evidence.Value.Announcing = Hear;
        session.Say(new WorkshopMessage { Event = WorkshopEvent.Repeat, Text = title, Number = number });
    }

    /// <summary>Shows how a step ended and returns whether it is to run again.</summary>
    internal async Task<bool> EndStepAsync(Exception? error, TimeSpan duration, bool isLast)
    {
        evidence.Value.Announcing = null;
        if (IsOver)
        {
            return false;
        }

        var message = new WorkshopMessage
        {
            Event = error is SkipException ? WorkshopEvent.Skipped
                : error is not null ? WorkshopEvent.Failed
                : isLast ? WorkshopEvent.Finished
                : WorkshopEvent.Passed,
            Problem = error is null ? null : SecretMask.Apply(error.Message),
            Seconds = duration.TotalSeconds,
            CanRepeat = true,
            Cluster = await FindClusterAsync(),
        };
        told = error?.Message;
        var isAgain = session.Say(message) == WorkshopAnswer.Again;
        IsOver = !isAgain && message.WantsAnswer;
        return isAgain;
    }

    /// <summary>Shows how a step ended that ran once more; the scenario goes on whatever came of it.</summary>
    internal void EndAgain(Exception? error, TimeSpan duration)
    {
        evidence.Value.Announcing = null;
        session.Say(error is null
            ? new WorkshopMessage { Event = WorkshopEvent.Passed, Seconds = duration.TotalSeconds }
            : new WorkshopMessage { Event = WorkshopEvent.Line, Text = $"failed this time; the scenario goes on: {SecretMask.Apply(error.Message)}" });
    }

    /// <summary>Shows what came of the scenario after its steps, where that is something new.</summary>
    internal void End(Exception? error)
    {
        if (introduced)
        {
            var problem = error is null || error is SkipException || error.Message == told ? null : SecretMask.Apply(error.Message);
            session.Say(new WorkshopMessage { Event = WorkshopEvent.Ended, Problem = problem });
        }
    }

    private static string? WatchFor(IEnumerable<string> texts) =>
        string.Join('\n', texts.Where(text => text.Trim().Length > 0)) is { Length: > 0 } all ? all : null;

    private static IEnumerable<string> MarkedOf(IReadOnlyList<string> comments) => comments
        .SelectMany(comment => Marks.Where(mark => comment.StartsWith(mark, StringComparison.OrdinalIgnoreCase)).Select(mark => comment[mark.Length..].Trim()));

    private string ArgumentText()
    {
        if (scenario.ScenarioInfo.Arguments is not { Count: > 0 } arguments)
        {
            return "";
        }

        return $" ({string.Join(", ", arguments.Keys.Cast<object>().Zip(arguments.Values.Cast<object>(), (name, value) => $"{name}: {value}"))})";
    }

    private void Hear(string line)
    {
        if (pending is not null && CommandTelling.IsCommand(line))
        {
            Ask(line);
        }
        else
        {
            session.Report(line);
        }
    }

    private void Ask(string? command)
    {
        var message = pending! with { Command = command };
        pending = null;
        held.Start();
        var answer = session.Say(message);
        held.Stop();
        switch (answer)
        {
            case WorkshopAnswer.Again:
                throw new StepAgainException();
            case WorkshopAnswer.Next or WorkshopAnswer.Quit:
                IsOver = true;
                throw new SkipException(WorkshopSession.SkipReason(answer));
        }
    }

    private async Task<WorkshopCluster?> FindClusterAsync()
    {
        if (!cluster.Value.IsAcquired)
        {
            return null;
        }

        try
        {
            kubectl ??= await cluster.Value.Cluster.Kubectl.LocateAsync(CancellationToken.None);
        }
        catch (ClusterException)
        {
            // Then the shell has none.
        }

        return new(cluster.Value.Cluster.KubeconfigPath, cluster.Value.Namespace, kubectl);
    }
}
