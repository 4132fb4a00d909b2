using System.Globalization;

namespace Estaleiro.Steps.Workloads;

/// <summary>
/// Tells from what is awaited of an object whether it takes pods that work: then a pod at a dead end ends the wait. What looks for trouble, or
/// can be had in spite of it, goes on.
/// </summary>
internal static class PodsNeeded
{
    private static readonly string[] Counts =
        ["status.readyReplicas", "status.availableReplicas", "status.numberReady", "status.numberAvailable", "status.succeeded"];

    private static readonly string[] Conditions =
        ["status.conditions[Ready].status", "status.conditions[Available].status", "status.conditions[Complete].status"];

    private static readonly string[] TroubleCounts = ["status.unavailableReplicas", "status.numberUnavailable", "status.failed"];

    /// <summary>Whether these values of fields come only with pods that work.</summary>
    public static bool For(IReadOnlyCollection<(string Field, string Value)> wanted) => wanted.Any(IsOfWork) && !wanted.Any(IsOfTrouble);

    private static bool IsOfWork((string Field, string Value) one) =>
        (Counts.Contains(one.Field) && IsSome(one.Value)) || (Conditions.Contains(one.Field) && one.Value == "True");

    private static bool IsOfTrouble((string Field, string Value) one) =>
        (TroubleCounts.Contains(one.Field) && IsSome(one.Value))
        || (one.Field.StartsWith("status.conditions[", StringComparison.Ordinal) && one.Value is "False" or "Unknown")
        || one.Field.StartsWith("status.conditions[Failed]", StringComparison.Ordinal)
        || one.Field.Contains(".waiting.", StringComparison.Ordinal);

    private static bool IsSome(string value) => int.TryParse(value, CultureInfo.InvariantCulture, out var count) && count > 0;
}
