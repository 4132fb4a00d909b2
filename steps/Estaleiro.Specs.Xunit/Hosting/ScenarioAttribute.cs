using Xunit;
using Xunit.Sdk;

namespace Estaleiro.Specs.Xunit.Hosting;

/// <summary>Marks the method generated for a scenario. Without <see cref="ExampleAttribute"/> it is one test, else one for each.</summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("Estaleiro.Specs.Xunit.Hosting.ScenarioDiscoverer", "Estaleiro.Specs.Xunit.ReqnrollPlugin")]
public sealed class ScenarioAttribute : FactAttribute
{
    /// <summary>Names the scenario's test.</summary>
    /// <param name="title">The scenario's title.</param>
    /// <param name="line">Its line; scenarios run in this order.</param>
    public ScenarioAttribute(string title, int line)
    {
        DisplayName = title;
        Line = line;
    }

    /// <summary>The scenario's line in its file.</summary>
    public int Line { get; }
}
