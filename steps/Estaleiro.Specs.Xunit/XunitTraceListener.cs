using Estaleiro.Contract;
using Reqnroll.BoDi;
using Reqnroll.Infrastructure;
using Reqnroll.Tracing;
using Xunit.Abstractions;

namespace Estaleiro.Specs.Xunit;

/// <summary>Shows what Reqnroll tells of a scenario's steps in the test's own output.</summary>
internal sealed class XunitTraceListener(ITraceListenerQueue queue, IObjectContainer container) : AsyncTraceListener(queue, container)
{
    private readonly IObjectContainer thread = container;

    public override void WriteTestOutput(string message) => Write(message, base.WriteTestOutput);

    public override void WriteToolOutput(string message) => Write("-> " + message, _ => base.WriteToolOutput(message));

    private void Write(string line, Action<string> elsewhere)
    {
        line = MessageText.OfError(line);
        if (thread.Resolve<IContextManager>().ScenarioContext?.ScenarioContainer is { } scenario && scenario.IsRegistered<ITestOutputHelper>())
        {
            scenario.Resolve<ITestOutputHelper>().WriteLine(line);
        }
        else
        {
            elsewhere(line);
        }
    }
}
