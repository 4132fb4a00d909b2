namespace Estaleiro.Specs.Samples.Bindings;

[Binding]
public sealed class TroubleSteps(ScenarioContext scenario)
{
    private static readonly string Loud = $"\u001b[2J\n::error::x\n{new string('x', 3_000_000)}";

    [StepDefinition("it works")]
    public static void Works()
    {
    }

    [StepDefinition("it breaks")]
    public static Task Breaks() => Task.FromException(new InvalidOperationException("broken"));

    [Given("it prints a lot")]
    public void Prints() => scenario.ScenarioContainer.Resolve<IReqnrollOutputHelper>().WriteLine(Loud);

    [When("it breaks with a lot of text")]
    public static Task BreaksLoudly() => Task.FromException(new InvalidOperationException(Loud));

    [Given("it is pending")]
    public static void Pending() => throw new PendingStepException("tomorrow");

    [Given("it is twice")]
    public static void First()
    {
    }

    [Given("^it is (twi.*)$")]
    public static void Second(string what) => Assert.NotNull(what);

    [Given("it has {int}")]
    public static void TooMany(int a, int b) => Assert.Equal(a, b);

    [Given("it is skipped")]
    public static void Skipped() => Skip.If(true, "no ingress here");

    [When("it lasts")]
    public static Task Lasts() => Task.Delay(TimeSpan.FromMinutes(2));

    [Given("it holds what cannot be disposed")]
    public void Holds() => Assert.NotNull(scenario.ScenarioContainer.Resolve<Stubborn>());

    [BeforeScenario("skipping-hook")]
    public static void SkipByHook() => throw new SkipException("no cluster here");

    [BeforeScenario("failing-before")]
    public static void FailBefore() => throw new InvalidOperationException("before");

    [AfterScenario("failing-after")]
    public static void FailAfter() => throw new InvalidOperationException("after");

    [BeforeFeature("failing-feature")]
    public static void FailFeature() => throw new InvalidOperationException("no feature");
}
