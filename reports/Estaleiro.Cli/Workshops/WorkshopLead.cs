using Estaleiro.Cli.Terminal;
using Estaleiro.Contract.Workshop;

namespace Estaleiro.Cli.Workshops;

/// <summary>Leads a run step by step: shows what the test process says, and answers with the keys pressed.</summary>
internal sealed class WorkshopLead(WorkshopListener listener, WorkshopScreen screen, IKeyboard keyboard, IWorkshopShell shell)
{
    /// <summary>Leads until the test process is gone.</summary>
    /// <param name="cancellationToken">Ends it, whatever it waits for.</param>
    internal async Task LeadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var message in listener.ListenAsync(cancellationToken))
            {
                screen.Show(message);
                if (message.WantsAnswer)
                {
                    var answer = await AskAsync(message, cancellationToken);
                    if (answer == WorkshopAnswer.Quit)
                    {
                        screen.Say("ending the session: cleaning up");
                    }

                    await listener.AnswerAsync(answer, cancellationToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The test process ended, or the run was interrupted: there is nobody left to lead.
        }
    }

    private async Task<WorkshopAnswer> AskAsync(WorkshopMessage message, CancellationToken cancellationToken)
    {
        while (true)
        {
            switch (char.ToLowerInvariant(await keyboard.ReadAsync(cancellationToken)))
            {
                case 'q':
                    return WorkshopAnswer.Quit;
                case 'b' when message is { CanRepeat: true, Event: not WorkshopEvent.Skipped }:
                    return WorkshopAnswer.Again;
                case 'b':
                    screen.Say("There is no step to run again here.");
                    screen.Keys(message);
                    break;
                case 's':
                    await OpenShellAsync(message.Cluster, cancellationToken);
                    screen.Keys(message);
                    break;
                case 'n':
                    return WorkshopAnswer.Next;
                default:
                    return WorkshopAnswer.Go;
            }
        }
    }

    private async Task OpenShellAsync(WorkshopCluster? cluster, CancellationToken cancellationToken)
    {
        if (cluster is null)
        {
            screen.Say("There is no cluster yet: the scenario's first step brings it.");
            return;
        }

        try
        {
            screen.Say($"a shell: kubectl looks into {cluster.Namespace}, and $API is the API server, for curl. 'exit' comes back here.");
            await shell.OpenAsync(cluster, listener.Folder, cancellationToken);
        }
        catch (Exception exception) when (exception is CliException or IOException or UnauthorizedAccessException)
        {
            screen.Say($"No shell: {exception.Message}");
        }
    }
}
