using Estaleiro.Contract;
using Estaleiro.Contract.Outages;
using Estaleiro.Reports.Model;

namespace Estaleiro.Reports.Outages;

/// <summary>A row of the matrix: a component that was down, and what became of each capability.</summary>
/// <param name="Component">What was down.</param>
/// <param name="Manner">How it was down, or empty.</param>
/// <param name="Cells">The cells, in the order of the catalogue of probes.</param>
public sealed record MatrixRow(string Component, string Manner, IReadOnlyList<OutageCell> Cells)
{
    /// <summary>Component and manner.</summary>
    public string Title => Manner.Length == 0 ? Component : $"{Component}, {Manner}";

    /// <summary>The scenario that measured it, or null if the row was read from a snapshot.</summary>
    public ScenarioResult? Scenario { get; init; }

    /// <summary>How long the component was down, in seconds; null if unknown.</summary>
    public double? DownSeconds { get; init; }

    /// <summary>The seconds from its return until every capability worked again; null if that was not seen.</summary>
    public double? RecoverySeconds { get; init; }

    /// <summary>The cell of a capability, or null if the row has none.</summary>
    public OutageCell? this[string capability] => Cells.FirstOrDefault(cell => cell.Capability == capability);

    internal static MatrixRow Of(OutageRow row, ScenarioResult scenario) => new(row.Component, row.Manner ?? "", Valid(row.Cells))
    {
        Scenario = scenario,
        DownSeconds = row.DownSeconds,
        RecoverySeconds = row.RecoverySeconds,
    };

    // Another version may have written the row: nothing in JSON is certain.
    private static List<OutageCell> Valid(IEnumerable<OutageCell?> cells) =>
    [
        .. cells.OfType<OutageCell>().Where(cell => cell.Capability is not null)
            .Select(cell => cell with { Reason = cell.Reason ?? "", Command = Unprompted(cell.Command ?? "") }),
    ];

    private static string Unprompted(string command) =>
        command.StartsWith(EvidenceNames.Prompt, StringComparison.Ordinal) ? command[EvidenceNames.Prompt.Length..] : command;
}
