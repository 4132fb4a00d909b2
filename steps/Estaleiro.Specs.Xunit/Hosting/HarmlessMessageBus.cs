using Estaleiro.Contract;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Estaleiro.Specs.Xunit.Hosting;

/// <summary>
/// Makes the results of tests safe to print: test runners write them to the terminal, to the log of a job, and to files as they are. Text is
/// limited too, see <see cref="MessageText"/>.
/// </summary>
internal sealed class HarmlessMessageBus(IMessageBus inner) : IMessageBus
{
    public bool QueueMessage(IMessageSinkMessage message) => inner.QueueMessage(message switch
    {
        ITestFailed failed => new TestFailed(
            failed.Test,
            failed.ExecutionTime,
            Harmless(failed.Output),
            failed.ExceptionTypes,
            [.. failed.Messages.Select(Harmless)],
            failed.StackTraces,
            failed.ExceptionParentIndices),
        ITestPassed passed => new TestPassed(passed.Test, passed.ExecutionTime, Harmless(passed.Output)),
        ITestSkipped skipped => new TestSkipped(skipped.Test, Harmless(skipped.Reason)),
        ITestOutput output => new TestOutput(output.Test, Harmless(output.Output)),
        _ => message,
    });

    public void Dispose() => inner.Dispose();

    internal static string Harmless(string? text)
    {
        var printable = PrintableText.Of(MessageText.OfError(text ?? ""));
        return GitHubRunner.IsHere ? GitHubRunner.WithoutCommands(printable) : printable;
    }
}
