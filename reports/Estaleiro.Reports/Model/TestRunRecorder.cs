using Estaleiro.Contract;
using Io.Cucumber.Messages.Types;

namespace Estaleiro.Reports.Model;

/// <summary>
/// Assembles a run from its messages, which parallel scenarios may write in any order. Messages that refer to something undescribed are
/// kept and shown with what is known.
/// </summary>
public sealed class TestRunRecorder
{
    private readonly FeatureIndex index = new();
    private readonly Dictionary<string, Pickle> pickles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TestCase> testCases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Hook> hooks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ScenarioAttempt> attempts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> snippets = new(StringComparer.Ordinal);
    private readonly List<TestRunHookStarted> runHooks = [];
    private readonly Dictionary<string, TestRunHookFinished> finishedRunHooks = new(StringComparer.Ordinal);
    private readonly List<Attachment> runAttachments = [];
    private readonly List<string> parseErrors = [];
    private Meta? meta;
    private TestRunStarted? runStarted;
    private TestRunFinished? runFinished;
    private DateTimeOffset? lastSeen;

    /// <summary>Whether the messages contain the end of the run.</summary>
    public bool RunFinished => runFinished is not null;

    /// <summary>Records a message.</summary>
    /// <returns>The event for live displays, or null if there is none.</returns>
    public RunEvent? Add(Envelope envelope)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        switch (envelope)
        {
            case { Meta: { } value }:
                meta = value;
                break;
            case { GherkinDocument: { } value }:
                index.Add(value);
                break;
            case { Pickle: { } value }:
                pickles[value.Id] = value;
                break;
            case { TestCase: { } value }:
                testCases[value.Id] = value;
                break;
            case { Hook: { } value }:
                hooks[value.Id] = value;
                break;
            case { ParseError: { } value }:
                parseErrors.Add($"{value.Source?.Uri}:{value.Source?.Location?.Line}: {value.Message}");
                break;
            case { Suggestion: { } value }:
                snippets[value.PickleStepId] = [.. (value.Snippets ?? []).Select(snippet => snippet.Code)];
                break;
            case { TestRunStarted: { } value }:
                runStarted = value;
                See(value.Timestamp);
                break;
            case { TestRunFinished: { } value }:
                runFinished = value;
                See(value.Timestamp);
                break;
            case { TestRunHookStarted: { } value }:
                runHooks.Add(value);
                See(value.Timestamp);
                break;
            case { TestRunHookFinished: { } value }:
                finishedRunHooks[value.TestRunHookStartedId] = value;
                See(value.Timestamp);
                break;
            case { TestCaseStarted: { } value }:
                attempts[value.Id] = new ScenarioAttempt(value);
                See(value.Timestamp);
                return new(RunEventKind.ScenarioStarted, value.Id, ToScenario(attempts[value.Id]), null);
            case { TestStepStarted: { } value }:
                See(value.Timestamp);
                return StepStarted(value);
            case { TestStepFinished: { } value }:
                See(value.Timestamp);
                if (attempts.TryGetValue(value.TestCaseStartedId, out var attempt))
                {
                    attempt.Results[value.TestStepId] = value.TestStepResult;
                }

                break;
            case { TestCaseFinished: { } value }:
                See(value.Timestamp);
                return ScenarioFinished(value);
            case { Attachment: { } value }:
                Attach(value);
                break;
        }

        return null;
    }

    /// <summary>The run according to the messages so far.</summary>
    /// <param name="readProblems">What could not be read.</param>
    public TestRun ToTestRun(IReadOnlyList<string>? readProblems = null)
    {
        // Only the last attempt at a scenario counts.
        var scenarios = attempts.Values
            .GroupBy(attempt => attempt.Started.TestCaseId, StringComparer.Ordinal)
            .Select(same => same.MaxBy(attempt => attempt.Started.Attempt)!)
            .Select(ToScenario)
            .ToList();
        var started = MessageTime.ToDateTimeOffset(runStarted?.Timestamp) ?? scenarios.Min(scenario => scenario.StartedAt);
        return new TestRun
        {
            Features =
            [
                .. scenarios.GroupBy(scenario => scenario.Uri, StringComparer.Ordinal)
                    .OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => ToFeature(group.Key, [.. group])),
            ],
            Hooks = [.. runHooks.Select(ToHook)],
            StartedAt = started,
            FinishedAt = MessageTime.ToDateTimeOffset(runFinished?.Timestamp),
            Duration = lastSeen > started ? lastSeen.Value - started.Value : TimeSpan.Zero,
            Environment = DescribeEnvironment(),
            NoCluster = NoCluster(scenarios),
            Problems = [.. Problems(readProblems ?? [], scenarios)],
        };
    }

    private IEnumerable<string> Problems(IReadOnlyList<string> readProblems, List<ScenarioResult> scenarios)
    {
        if (attempts.Count == 0 && runStarted is null)
        {
            yield return "the messages contain no run: the test process ended before it started one";
        }
        else if (runFinished is null)
        {
            var open = scenarios.Count(scenario => !scenario.Finished);
            yield return open == 0
                ? "the run was interrupted: its messages have no end"
                : $"the run was interrupted: its messages have no end, and {open} of its scenarios did not finish";
        }
        else if (!runFinished.Success && scenarios.All(scenario => scenario.Outcome is ScenarioOutcome.Passed or ScenarioOutcome.Skipped))
        {
            yield return $"the run failed outside its scenarios: {runFinished.Exception?.Message ?? runFinished.Message ?? "no reason given"}";
        }

        if (NoCluster(scenarios))
        {
            // The scenarios' failures say why.
            yield return "no cluster started, so nothing was tested";
        }

        foreach (var problem in readProblems.Concat(parseErrors))
        {
            yield return problem;
        }
    }

    // If any scenario passed or recorded its cluster, there was one. Another cluster that did not start is a failure of its scenario.
    private static bool NoCluster(List<ScenarioResult> scenarios) =>
        !scenarios.Any(scenario =>
            scenario.Outcome == ScenarioOutcome.Passed || scenario.AllAttachments.Any(file => EvidenceNames.IsCluster(file.EvidenceName)))
        && scenarios.Any(scenario => scenario.FailureNote is { IsForWantOfCluster: true });

    private RunEvent? StepStarted(TestStepStarted started)
    {
        if (!attempts.TryGetValue(started.TestCaseStartedId, out var attempt))
        {
            return null;
        }

        var position = TestCaseOf(attempt)?.TestSteps?.FindIndex(step => step.Id == started.TestStepId) ?? -1;
        var scenario = ToScenario(attempt);
        return position < 0
            ? null
            : new(RunEventKind.StepStarted, attempt.Started.Id, scenario, scenario.Steps[position]);
    }

    private RunEvent? ScenarioFinished(TestCaseFinished finished)
    {
        if (!attempts.TryGetValue(finished.TestCaseStartedId, out var attempt))
        {
            return null;
        }

        attempt.Finished = finished;
        return finished.WillBeRetried
            ? null
            : new(RunEventKind.ScenarioFinished, attempt.Started.Id, ToScenario(attempt), null);
    }

    private void Attach(Attachment attachment)
    {
        if (attachment.TestCaseStartedId is { } id && attempts.TryGetValue(id, out var attempt))
        {
            attempt.Attachments.Add(attachment);
        }
        else
        {
            runAttachments.Add(attachment);
        }
    }

    private void See(Timestamp? timestamp)
    {
        if (MessageTime.ToDateTimeOffset(timestamp) is { } time && !(time < lastSeen))
        {
            lastSeen = time;
        }
    }

    private TestCase? TestCaseOf(ScenarioAttempt attempt) => testCases.GetValueOrDefault(attempt.Started.TestCaseId);

    private FeatureResult ToFeature(string uri, IReadOnlyList<ScenarioResult> scenarios)
    {
        var feature = index.Feature(uri);
        var ordered = scenarios.OrderBy(scenario => scenario.Line).ThenBy(scenario => scenario.Name, StringComparer.Ordinal).ToList();
        var rules = (feature?.Children ?? []).Select(child => child.Rule).OfType<Rule>().Select(rule => new RuleResult(
            rule.Name, rule.Description ?? "", TagNames(rule.Tags), [.. ordered.Where(scenario => scenario.Rule == rule.Name)]));
        return new FeatureResult
        {
            Uri = uri,
            Name = feature?.Name is { Length: > 0 } name ? name : uri,
            Description = feature?.Description ?? "",
            Tags = TagNames(feature?.Tags),
            Scenarios = [.. ordered.Where(scenario => scenario.Rule is null)],
            Rules = [.. rules.DistinctBy(rule => rule.Name).Where(rule => rule.Scenarios.Count > 0)],
        };
    }

    private ScenarioResult ToScenario(ScenarioAttempt attempt)
    {
        var testCase = TestCaseOf(attempt);
        var pickle = testCase is null ? null : pickles.GetValueOrDefault(testCase.PickleId);
        var uri = pickle?.Uri ?? "";
        var (examples, row) = index.Row(pickle);
        var steps = new StepResultFactory(index, hooks, snippets).Create(testCase, pickle, attempt);
        var started = MessageTime.ToDateTimeOffset(attempt.Started.Timestamp);
        var finished = MessageTime.ToDateTimeOffset(attempt.Finished?.Timestamp);
        var status = steps.Select(step => step.Status).DefaultIfEmpty(ResultStatus.Unknown).Max();
        return new ScenarioResult
        {
            Feature = index.Feature(uri)?.Name is { Length: > 0 } title ? title : uri,
            Rule = index.Rule(pickle)?.Name,
            Name = pickle?.Name ?? $"(scenario {attempt.Started.TestCaseId}, that the messages do not describe)",
            Uri = uri.Length == 0 ? "(unknown feature)" : uri,
            Line = row?.Location?.Line ?? index.Scenario(pickle)?.Location?.Line ?? 0,
            Example = row is null ? [] : [.. Cells(examples?.TableHeader).Zip(Cells(row), KeyValuePair.Create)],
            Tags = [.. (pickle?.Tags ?? []).Select(tag => tag.Name)],
            Steps = steps,
            Attachments = StepResultFactory.AttachmentsOf(attempt, null),
            Status = status,
            Finished = attempt.Finished is not null,
            StartedAt = started,
            Duration = finished >= started ? finished.Value - started.Value : new(steps.Sum(step => step.Duration.Ticks)),
            Attempt = attempt.Started.Attempt,
            Culprit = status > ResultStatus.Passed ? Culprit(steps, status) : null,
        };
    }

    // The steps after a skipped or failed one are skipped too, without their own message.
    private static StepResult Culprit(IReadOnlyList<StepResult> steps, ResultStatus status) =>
        steps.FirstOrDefault(step => step.Status == status && !string.IsNullOrWhiteSpace(step.Message))
        ?? steps.First(step => step.Status == status);

    private HookResult ToHook(TestRunHookStarted started)
    {
        var hook = hooks.GetValueOrDefault(started.HookId);
        var result = finishedRunHooks.GetValueOrDefault(started.Id)?.Result;
        return new HookResult(
            hook?.Name ?? "run hook",
            StepResultFactory.ToStatus(result),
            MessageTime.ToTimeSpan(result?.Duration),
            result?.Message ?? result?.Exception?.Message,
            [.. runAttachments.Where(attachment => attachment.TestRunHookStartedId == started.Id).Select(StepResultFactory.ToAttachedFile)]);
    }

    private List<KeyValuePair<string, string>> DescribeEnvironment()
    {
        List<KeyValuePair<string, string>> result = [];
        Add("implementation", meta?.Implementation);
        Add("runtime", meta?.Runtime);
        Add("os", meta?.Os);
        Add("cpu", meta?.Cpu);
        if (meta?.Ci is { } ci)
        {
            result.Add(new("ci", ci.Url is null ? ci.Name : $"{ci.Name} {ci.Url}"));
        }

        return result;

        void Add(string key, Product? product)
        {
            if (product is not null)
            {
                result.Add(new(key, $"{product.Name} {product.Version}".Trim()));
            }
        }
    }

    private static IReadOnlyList<string> TagNames(List<Tag>? tags) => [.. (tags ?? []).Select(tag => tag.Name)];

    private static IEnumerable<string> Cells(TableRow? row) => (row?.Cells ?? []).Select(cell => cell.Value);
}
