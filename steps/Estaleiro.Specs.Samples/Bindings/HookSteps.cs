using System.Collections.Concurrent;
using Reqnroll.BoDi;

namespace Estaleiro.Specs.Samples.Bindings;

public sealed class RunThing;

public sealed class FeatureThing;

public sealed class AsyncThing(ScenarioContext scenario) : IAsyncDisposable
{
    public ValueTask DisposeAsync()
    {
        HookSteps.Journal.GetOrAdd(scenario.ScenarioInfo.Title, []).Add("async disposed");
        return ValueTask.CompletedTask;
    }
}

[Binding]
public sealed class HookSteps(ScenarioContext scenario, FeatureContext feature, FeatureThing featureThing, RunThing runThing, AsyncThing asyncThing) : IDisposable
{
    public static readonly ConcurrentDictionary<string, List<string>> Journal = new();
    private static readonly List<string> Run = [];
    private static FeatureThing? featureThingSeen;
    private static RunThing? runThingSeen;
    private static HookSteps? last;

    private List<string> Entries => Journal.GetOrAdd(scenario.ScenarioInfo.Title, []);

    [BeforeTestRun]
    public static void BeforeRun(IObjectContainer container)
    {
        Run.Add("run");
        container.RegisterInstanceAs(new RunThing());
    }

    // Other tests run this assembly again with the variable set, to see how a failing run hook ends a real run.
    [BeforeTestRun]
    public static void BeforeRunFails() => FailIf("before");

    [AfterTestRun]
    public static void AfterRunFails() => FailIf("after");

    private static void FailIf(string hook)
    {
        if (Environment.GetEnvironmentVariable("SAMPLES_FAIL") == hook)
        {
            throw new InvalidOperationException($"{hook} the run");
        }
    }

    [BeforeFeature("hooked")]
    public static async Task BeforeFeature(FeatureContext feature)
    {
        await Task.Yield();
        Run.Add("feature");
        feature.FeatureContainer.RegisterInstanceAs(new FeatureThing());
    }

    [BeforeScenario("@hooked")]
    public void Tagged() => Entries.Add("scenario tagged");

    [BeforeScenario(Order = 100)]
    [Scope(Tag = "hooked")]
    public async Task Early()
    {
        await Task.Yield();
        Entries.Add("scenario early");
        scenario.Set(42);
        Assert.NotNull(asyncThing);
    }

    [Before("hooked", Order = 200)]
    public void Normal() => Entries.Add("scenario");

    [BeforeScenario("special")]
    public void Special() => Entries.Add("special");

    [BeforeStep("hooked")]
    public void BeforeStep() => Entries.Add("step");

    [AfterStep("hooked")]
    public void AfterStep() => Entries.Add($"after {scenario.StepContext!.Status}");

    [AfterScenario("hooked", Order = 2)]
    public void AfterSecond() => Entries.Add("after second");

    [AfterScenario("hooked", Order = 1)]
    public void AfterFirst() => Entries.Add("after first");

    [Then("the hooks so far are {string}")]
    public void ThenHooks(string hooks) => Assert.Equal(hooks, string.Join(", ", Run.Concat(Entries)));

    [Then("the hook for {string} ran")]
    public void ThenRan(string hook) => Assert.Contains(hook, Entries);

    [Then("the scoped step says {string}")]
    public static void ThenGeneral(string text) => Assert.Equal("general", text);

    [Then("the scoped step says {string}")]
    [Scope(Tag = "special")]
    public static void ThenSpecial(string text) => Assert.Equal("special", text);

    [Then("the binding object is new, the feature's the same and the run's the same")]
    public void ThenObjects()
    {
        Assert.NotSame(this, last);
        last = this;
        Assert.Same(featureThing, featureThingSeen ??= feature.FeatureContainer.Resolve<FeatureThing>());
        Assert.Same(runThing, runThingSeen ??= scenario.ScenarioContainer.Resolve<RunThing>());
    }

    [Then("the context bag holds what the hook put there")]
    public void ThenBag() => Assert.Equal(42, scenario.Get<int>());

    [Then("the after-hooks of {string} ran in order")]
    public static void ThenAfter(string title) =>
        Assert.Equal(["after OK", "after first", "after second"], Journal[title].Where(entry => entry.StartsWith("after", StringComparison.Ordinal)));

    [Then("the objects of {string} are disposed")]
    public static void ThenDisposed(string title) => Assert.Equal(["async disposed", "disposed"], Journal[title].TakeLast(2));

    public void Dispose() => Entries.Add("disposed");
}
