using Estaleiro.Specs.Xunit.Pacing;
using Reqnroll.BoDi;

namespace Estaleiro.Specs.Samples.Bindings;

/// <summary>Steps that somebody leads, who does what the variable <c>SAMPLES_PACE</c> says: <c>again after 3</c>, <c>repeat at 3</c>, <c>leave at 2</c>.</summary>
[Binding]
public sealed class PacedSteps
{
    private static readonly string? Script = Environment.GetEnvironmentVariable("SAMPLES_PACE");
    private int count;

    [BeforeTestRun]
    public static void SetPace(IObjectContainer container)
    {
        if (Script is not null)
        {
            container.RegisterInstanceAs<IStepPaceFactory>(new PaceFactory(Script));
        }
    }

    [Given("the count is {int}")]
    public void Set(int value) => count = value;

    [When("it grows")]
    public void Grow() => count++;

    [Then("it is big enough")]
    public void IsBigEnough(DataTable table)
    {
        Assert.Single(table.Header);
        Assert.True(count >= int.Parse(Environment.GetEnvironmentVariable("SAMPLES_ENOUGH") ?? "2", System.Globalization.CultureInfo.InvariantCulture), $"only {count++}");
    }
}
