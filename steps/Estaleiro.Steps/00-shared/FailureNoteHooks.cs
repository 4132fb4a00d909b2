using Estaleiro.Clusters;
using Estaleiro.Clusters.Waiting;
using Estaleiro.Contract;
using Estaleiro.Steps.Evidence;

namespace Estaleiro.Steps.Bindings;

/// <summary>Notes for the reports what a failure's type says and its message does not.</summary>
[Binding]
public sealed class FailureNoteHooks(ScenarioContext scenario, EvidenceLog evidence)
{
    [AfterScenario(Order = 1000)]
    public async Task NoteFailure()
    {
        FailureNote? note = scenario.TestError switch
        {
            ClusterException => new(IsForWantOfCluster: true, Cause: null),
            AwaitException { Cause: { } cause } => new(IsForWantOfCluster: false, cause),
            _ => null,
        };
        if (scenario.TestError is { Message: { Length: > MessageText.Most } message })
        {
            await evidence.AttachAsync(MessageText.WholeMessage, message, CancellationToken.None);
        }

        if (note is not null)
        {
            await evidence.AttachAsync(EvidenceNames.Failure, note.ToJson(), CancellationToken.None);
        }
    }
}
