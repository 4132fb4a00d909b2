using System.Text.Json;
using System.Text.Json.Serialization;

namespace Estaleiro.Contract.Workshop;

/// <summary>
/// One line of the conversation between the test process, which runs the steps, and the command line, which has the terminal: JSON, one
/// object a line. The test process speaks; the command line answers what <see cref="WantsAnswer"/> says, and nothing else.
/// </summary>
public sealed record WorkshopMessage
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>What it tells. Always written, the first of them too.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required WorkshopEvent Event { get; init; }

    /// <summary>A scenario's title, a step with its keyword, or a line.</summary>
    public string Text { get; init; } = "";

    /// <summary>The feature's title.</summary>
    public string? Feature { get; init; }

    /// <summary>The feature's description: the question it answers.</summary>
    public string? Question { get; init; }

    /// <summary>What to watch for: the scenario's description and the comments beside it, or those above a step.</summary>
    public string? WatchFor { get; init; }

    /// <summary>File and line, tags with the at sign.</summary>
    public string? Place { get; init; }

    /// <summary>The scenario's steps, where they are known beforehand.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>Which step it is, from 1.</summary>
    public int Number { get; init; }

    /// <summary>The manifest or table under a step.</summary>
    public string? Argument { get; init; }

    /// <summary>The command that does by hand what the step does; null where it has none, or tells it only while it runs.</summary>
    public string? Command { get; init; }

    /// <summary>What a failed or skipped step says.</summary>
    public string? Problem { get; init; }

    /// <summary>How long the step took, people's time not counted.</summary>
    public double Seconds { get; init; }

    /// <summary>Whether <see cref="WorkshopAnswer.Again"/> can be done here.</summary>
    public bool CanRepeat { get; init; }

    /// <summary>What a shell needs to get to the cluster; null while the scenario has none.</summary>
    public WorkshopCluster? Cluster { get; init; }

    /// <summary>Whether the test process stands still until it is answered.</summary>
    [JsonIgnore]
    public bool WantsAnswer => Event is WorkshopEvent.Step or WorkshopEvent.Finished or WorkshopEvent.Failed or WorkshopEvent.Skipped;
}
