using System.Text.RegularExpressions;
using Estaleiro.Specs.Xunit.Pacing;

namespace Estaleiro.Specs.Samples.Bindings;

[Binding]
public sealed class WordSteps(ScenarioContext scenario)
{
    [BeforeScenario("words")]
    public void Register() => scenario.ScenarioContainer.RegisterInstanceAs<IStepWords>(new Words());

    [Then("{string} reads {string}:")]
    public static void Reads(string text, string expected, DataTable table)
    {
        Assert.Equal(expected, text);
        Assert.Equal(("node1", "α"), (table.Header.Single(), table.Rows.Single()[0]));
    }

    private sealed class Words : IStepWords
    {
        public string Replace(string text) => Regex.Replace(text, @"\bnode1\b", "α");
    }
}
