using System.Collections.Specialized;
using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Text.RegularExpressions;
using Estaleiro.Specs.Parsing;
using Estaleiro.Specs.Xunit.Pacing;
using Reqnroll;
using Xunit;
using Xunit.Abstractions;

namespace Estaleiro.Specs.Xunit.Hosting;

/// <summary>
/// A scenario for generated code to run on Reqnroll's test runner: start, each step by its index, end. Reqnroll keeps what a step throws until
/// the scenario's end; here it is thrown at the step, so that a stack trace leads to its line in the feature.
/// </summary>
public sealed class ScenarioExecution
{
    private readonly ITestRunner runner;
    private readonly ITestOutputHelper output;
    private readonly List<Exception> errors = [];
    private Exception? thrown;
    private int next;

    internal ScenarioExecution(ITestRunner runner, FeatureDocument feature, int index, ITestOutputHelper output)
    {
        this.runner = runner;
        this.output = output;
        Feature = feature;
        Index = index;
        Steps = ScenarioStep.Of(Scenario);
    }

    internal FeatureDocument Feature { get; }

    internal FeatureScenario Scenario => Feature.Scenarios[Index];

    internal IReadOnlyList<ScenarioStep> Steps { get; }

    /// <summary>Which step runs, from 0.</summary>
    internal int Current { get; private set; }

    /// <summary>Goes along with the scenario, or null.</summary>
    internal IStepPace? Pace { get; set; }

    /// <summary>The step that ran last, or null.</summary>
    internal Invocation? Previous { get; set; }

    private int Index { get; }

    /// <summary>Whether a word occurs in any step but the one that runs.</summary>
    public bool MentionsElsewhere(string word)
    {
        var whole = new Regex($@"(?<![\w-]){Regex.Escape(word)}(?![\w-])");
        return Steps.Where((_, index) => index != Current).Any(step =>
            whole.IsMatch(step.Text)
            || (step.DocString is { } text && whole.IsMatch(text))
            || (step.Table is { } table && table.Rows.Any(row => row.Values.Any(whole.IsMatch))));
    }

    /// <summary>Runs the before-scenario hooks. Throws what a hook throws, or why no scenario can run.</summary>
    public async Task StartAsync()
    {
        var scenario = Scenario;
        var rule = scenario.Node.Rule;
        var arguments = new OrderedDictionary();
        foreach (var (name, value) in scenario.Arguments)
        {
            arguments[name] = value;
        }

        string[] inherited = [.. Feature.Tags.Concat(scenario.RuleTags).Distinct()];
        runner.OnScenarioInitialize(
            new ScenarioInfo(
                scenario.Title,
                scenario.Node.Scenario.Description ?? "",
                [.. scenario.OwnTags],
                arguments,
                inherited,
                Index.ToString(CultureInfo.InvariantCulture)),
            rule is null ? null : new RuleInfo(rule.Name, rule.Description ?? "", [.. scenario.RuleTags]));
        runner.ScenarioContext.ScenarioContainer.RegisterInstanceAs(output);
        runner.ScenarioContext.ScenarioContainer.RegisterInstanceAs(this);
        await runner.OnScenarioStartAsync();
        ThrowNew();
    }

    /// <summary>Runs a step and its hooks. Throws what they throw.</summary>
    public async Task StepAsync(int index)
    {
        await RunAsync(index);
        ThrowNew();
    }

    /// <summary>
    /// Tells Reqnroll of the steps that a failure left out, runs the after-scenario hooks and disposes the scenario's objects. Must be called whatever
    /// happened before. Throws what was not thrown yet, and whether steps are undefined or pending.
    /// </summary>
    public async Task EndAsync()
    {
        if (runner.ScenarioContext is null)
        {
            return;
        }

        while (next < Steps.Count)
        {
            await RunAsync(next);
        }

        await CollectAsync(runner.CollectScenarioErrorsAsync);
        await CollectAsync(runner.OnScenarioEndAsync);
        if (Pace is { } pace)
        {
            await CollectAsync(() => pace.AfterScenarioAsync(errors.FirstOrDefault()));
        }

        // What ended the scenario is on its way already. It is thrown again only together with what came after it.
        List<Exception> left = [.. errors.Where(error => error is not SkipException || errors.TrueForAll(other => other is SkipException)).Distinct()];
        if (left.Count == 0 || (left.Count == 1 && left[0] == thrown))
        {
            return;
        }

        if (left.Count > 1)
        {
            throw new AggregateException(left);
        }

        ExceptionDispatchInfo.Throw(left[0]);
    }

    private async Task RunAsync(int index)
    {
        next = index + 1;
        Current = index;
        await Steps[index].RunAsync(runner);
    }

    private void ThrowNew()
    {
        if (thrown is null && runner.ScenarioContext.TestError is { } error)
        {
            thrown = error;
            ExceptionDispatchInfo.Throw(error);
        }
    }

    private async Task CollectAsync(Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (Exception error)
        {
            errors.Add(error);
        }
    }
}
