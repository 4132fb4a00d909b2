using System.Net.Sockets;
using Estaleiro.Clusters;
using Estaleiro.Workshop;

namespace Estaleiro.Steps.Workshop;

/// <summary>A run that somebody leads step by step, from another process that has the terminal. Scenarios run one at a time.</summary>
internal sealed class WorkshopSession(WorkshopClient client) : IProgress<string>
{
    /// <summary>Begins what the skips of a session say.</summary>
    private const string Reason = "Workshop: ";

    /// <summary>The session of this run, or null where nobody leads it.</summary>
    internal static WorkshopSession? Current { get; } = Begin();

    /// <summary>Whether the session was ended: what is left of the run is left out.</summary>
    internal bool IsEnded { get; private set; }

    /// <summary>Whether a step of the scenario ran more than once, so that its outcome is not that of the spec.</summary>
    internal bool WasRepeated { get; set; }

    /// <summary>A line for whoever leads.</summary>
    public void Report(string value) => Say(new WorkshopMessage { Event = WorkshopEvent.Line, Text = value });

    /// <summary>Says something and returns what is wanted next.</summary>
    internal WorkshopAnswer Say(WorkshopMessage message)
    {
        var answer = client.Say(message);
        IsEnded |= answer == WorkshopAnswer.Quit;
        return answer;
    }

    /// <summary>Why the rest of a scenario is left out.</summary>
    internal static string LeftOut(WorkshopAnswer answer) => Reason + (answer == WorkshopAnswer.Quit ? "the session was ended here." : "left out from here on.");

    /// <summary>Why a scenario is left out altogether.</summary>
    internal static string NotReached => Reason + "the session ended before it.";

    private static WorkshopSession? Begin()
    {
        if (Environment.GetEnvironmentVariable(WorkshopClient.Variable) is not { Length: > 0 } path)
        {
            return null;
        }

        try
        {
            return new(WorkshopClient.Connect(path));
        }
        catch (SocketException exception)
        {
            throw new ClusterException($"Nobody leads this run: {WorkshopClient.Variable} is {path}, where nobody listens ({exception.Message}).", exception);
        }
    }
}
