using System.Net.Sockets;
using Estaleiro.Clusters;
using Estaleiro.Contract;
using Estaleiro.Contract.Workshop;

namespace Estaleiro.Steps.Workshop;

/// <summary>A run that somebody leads step by step, from another process that has the terminal. Scenarios run one at a time.</summary>
internal sealed class WorkshopSession(WorkshopClient client) : IProgress<Notice>
{
    /// <summary>The session of this run, or null where nobody leads it.</summary>
    internal static WorkshopSession? Current { get; } = Begin();

    /// <summary>Whether the session was ended: what is left of the run is left out.</summary>
    internal bool IsEnded { get; private set; }

    /// <summary>Whether a step of the scenario ran more than once, so that its outcome is not that of the spec.</summary>
    internal bool WasRepeated { get; set; }

    /// <summary>Shows a notice. Of a wait only the beginning: its end, and which scenario it is, show anyway.</summary>
    public void Report(Notice value)
    {
        switch (value)
        {
            case TextNotice text:
                Report(text.Text);
                break;
            case WaitNotice { After: null } wait:
                Report($"waits for {wait.Awaited}");
                break;
        }
    }

    /// <summary>Shows a line.</summary>
    internal void Report(string line) => Say(new WorkshopMessage { Event = WorkshopEvent.Line, Text = line });

    /// <summary>Says something and returns what is wanted next.</summary>
    internal WorkshopAnswer Say(WorkshopMessage message)
    {
        var answer = client.Say(message);
        IsEnded |= answer == WorkshopAnswer.Quit;
        return answer;
    }

    /// <summary>Why the rest of a scenario is left out.</summary>
    internal static string SkipReason(WorkshopAnswer answer) =>
        answer == WorkshopAnswer.Quit ? "Workshop: the session was ended here." : "Workshop: left out from here on.";

    /// <summary>Why a scenario is left out altogether.</summary>
    internal static string NotReached => WorkshopSkip.NotReached;

    private static WorkshopSession? Begin()
    {
        if (Environment.GetEnvironmentVariable(EnvironmentVariables.Workshop) is not { Length: > 0 } path)
        {
            return null;
        }

        try
        {
            return new(WorkshopClient.Connect(path));
        }
        catch (SocketException exception)
        {
            throw new ClusterException(
                $"Cannot connect to the workshop session at {path} ({EnvironmentVariables.Workshop}): {exception.Message}.", exception);
        }
    }
}
