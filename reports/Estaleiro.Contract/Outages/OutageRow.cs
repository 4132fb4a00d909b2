using System.Text.Json;

namespace Estaleiro.Contract.Outages;

/// <summary>One row of the matrix of outages: a component that was down, and what became of each capability. Evidence of its scenario.</summary>
/// <param name="Component">What was down, as the matrix names it: "API server", "kubelet of node2".</param>
/// <param name="Manner">How: "stopped", "frozen", "cut off".</param>
/// <param name="Cells">One cell for each capability, in the order of the catalogue of probes.</param>
/// <param name="DownSeconds">How long it was down.</param>
/// <param name="RecoverySeconds">How long it took from its return until every capability worked again; null if that was not seen.</param>
public sealed record OutageRow(
    string Component,
    string Manner,
    IReadOnlyList<OutageCell> Cells,
    double DownSeconds,
    double? RecoverySeconds)
{
    /// <summary>The row as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>Reads a row; null if it is none.</summary>
    public static OutageRow? TryParse(string json) => NoteJson.TryParse<OutageRow>(json) is { Component: not null, Cells: not null } row ? row : null;
}
