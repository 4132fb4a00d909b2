using Xunit.Abstractions;
using Xunit.Sdk;

namespace Estaleiro.Specs.Xunit.Hosting;

/// <summary>Finds the tests of a generated method: one, or one for each example.</summary>
public sealed class ScenarioDiscoverer : IXunitTestCaseDiscoverer
{
    private readonly IMessageSink diagnosticMessageSink;

    /// <summary>Called by xunit.</summary>
    public ScenarioDiscoverer(IMessageSink diagnosticMessageSink) => this.diagnosticMessageSink = diagnosticMessageSink;

    /// <inheritdoc/>
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute)
    {
        ArgumentNullException.ThrowIfNull(testMethod);
        ArgumentNullException.ThrowIfNull(factAttribute);
        var examples = testMethod.Method.GetCustomAttributes(typeof(ExampleAttribute)).ToArray();
        if (examples.Length == 0)
        {
            var line = (int)factAttribute.GetConstructorArguments().Last();
            return [new ScenarioTestCase(diagnosticMessageSink, testMethod, null, line, [], null)];
        }

        return examples.Select(example => example.GetConstructorArguments().ToArray()).Select(arguments =>
            new ScenarioTestCase(diagnosticMessageSink, testMethod, (string)arguments[1], (int)arguments[2], [.. ((IEnumerable<object>)arguments[3]).Cast<string>()], (int)arguments[0]));
    }
}
