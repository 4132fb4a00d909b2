using Xunit.Abstractions;
using Xunit.Sdk;

namespace Estaleiro.Specs.Xunit.Hosting;

/// <summary>Runs a feature's scenarios and examples in the order of the file.</summary>
public sealed class ScenarioOrderer : ITestCaseOrderer
{
    /// <inheritdoc/>
    public IEnumerable<TTestCase> OrderTestCases<TTestCase>(IEnumerable<TTestCase> testCases)
        where TTestCase : ITestCase =>
        testCases.OrderBy(testCase => testCase is ScenarioTestCase scenario ? scenario.Line : 0);
}
