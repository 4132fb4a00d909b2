using Estaleiro.Cli.Terminal;
using Estaleiro.Contract.Workshop;

namespace Estaleiro.Cli.Workshops;

/// <summary>Controls a run step by step: shows the test process's messages and answers with the pressed keys.</summary>
internal sealed class WorkshopLead(WorkshopListener listener, WorkshopScreen screen, IKeyboard keyboard, IWorkshopShell shell)
{
    /// <summary>Runs until the test process has ended.</summary>
    /// <param name="cancellationToken">Ends the session, whatever it is waiting for.</param>
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
            // The test process ended, or the run was interrupted: there is no session to control.
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
                    screen.Say("There is no step to repeat here.");
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
            screen.Say("There is no cluster yet: the scenario's first step starts it.");
            return;
        }

        try
        {
            screen.Say($"shell: kubectl uses the namespace {cluster.Namespace}, and $API is the API server for curl. 'exit' returns here.");
            await shell.OpenAsync(cluster, listener.Folder, cancellationToken);
        }
        catch (Exception exception) when (exception is CliException or IOException or UnauthorizedAccessException)
        {
            screen.Say($"Cannot open a shell: {exception.Message}");
        }
    }
}
