using Reqnroll;
using Reqnroll.UnitTestProvider;
using Xunit;

namespace Estaleiro.Specs.Xunit;

/// <summary>What Reqnroll's outcomes are in xunit 2: a step that is undefined or pending fails, <see cref="SkipException"/> skips.</summary>
internal sealed class XunitRuntimeProvider : IUnitTestRuntimeProvider
{
    public void TestPending(string message) => throw new PendingStepException(message);

    public void TestInconclusive(string message) => throw new PendingStepException(message);

    public void TestIgnore(string message) => Skip.If(true, message);

    public ScenarioExecutionStatus? DetectExecutionStatus(Exception exception) => exception is SkipException ? ScenarioExecutionStatus.Skipped : null;
}
