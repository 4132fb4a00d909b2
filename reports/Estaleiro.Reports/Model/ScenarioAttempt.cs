using Io.Cucumber.Messages.Types;

namespace Estaleiro.Reports.Model;

/// <summary>What the messages so far contain about one attempt at a scenario.</summary>
internal sealed class ScenarioAttempt(TestCaseStarted started)
{
    internal TestCaseStarted Started { get; } = started;

    internal TestCaseFinished? Finished { get; set; }

    internal Dictionary<string, TestStepResult> Results { get; } = new(StringComparer.Ordinal);

    internal List<Attachment> Attachments { get; } = [];
}
