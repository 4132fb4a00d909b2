using System.Globalization;
using Estaleiro.Contract.Outages;

namespace Estaleiro.Reports.Outages;

/// <summary>The signs and words of a cell, and the way back from a snapshot's words.</summary>
public static class OutageWords
{
    /// <summary>The sign of a state, readable without colour.</summary>
    public static string Sign(CapabilityState state) => state switch
    {
        CapabilityState.Works => "✓",
        CapabilityState.Fails => "✗",
        CapabilityState.Frozen => "❄",
        _ => "–",
    };

    /// <summary>The time class in one short word; empty if it never failed.</summary>
    internal static string Short(TimeClass when) => when switch
    {
        TimeClass.AtOnce => "at once",
        TimeClass.WithinLease => "lease",
        TimeClass.AfterGracePeriod => "grace",
        TimeClass.AfterToleration => "eviction",
        _ => "",
    };

    /// <summary>The time class in full; empty if it never failed.</summary>
    internal static string Long(TimeClass when) => when switch
    {
        TimeClass.AtOnce => "at once",
        TimeClass.WithinLease => "when the lease ran out",
        TimeClass.AfterGracePeriod => "after the node's grace period",
        TimeClass.AfterToleration => "when the pods' toleration of the node ended",
        _ => "",
    };

    /// <summary>Sign and time class: <c>✗ at once</c>.</summary>
    internal static string Short(OutageCell cell) => $"{Sign(cell.State)} {Short(cell.When)}".TrimEnd();

    /// <summary>State and time class: <c>fails after the node's grace period</c>.</summary>
    internal static string Long(OutageCell cell) => $"{CellWords.Of(cell.State)} {Long(cell.When)}".TrimEnd();

    /// <summary>What a sampler counted.</summary>
    internal static string Of(SampleCount samples) =>
        string.Create(CultureInfo.InvariantCulture, $"{samples.Failed} of {samples.Sent} failed")
        + (samples.FirstFailure is { } first ? string.Create(CultureInfo.InvariantCulture, $", first after {first:0.0} s") : "")
        + (samples.LastFailure is { } last ? string.Create(CultureInfo.InvariantCulture, $", last after {last:0.0} s") : "");

    /// <summary>A state from its sign, its word or its name; null if it is none.</summary>
    internal static CapabilityState? StateOf(string text) => Enum.GetValues<CapabilityState>()
        .Where(state => text.Trim() == Sign(state) || Is(text, CellWords.Of(state)) || Is(text, state.ToString()))
        .Select(state => (CapabilityState?)state).FirstOrDefault();

    /// <summary>A time class from its words or its name; null if it is none. A dash, or nothing, is <see cref="TimeClass.Never"/>.</summary>
    internal static TimeClass? WhenOf(string text) => text.Trim() is "" or "-" or "–"
        ? TimeClass.Never
        : Enum.GetValues<TimeClass>()
            .Where(when => Is(text, Short(when)) || Is(text, Long(when)) || Is(text, when.ToString()))
            .Select(when => (TimeClass?)when).FirstOrDefault();

    // "after the grace period" and AfterGracePeriod are the same.
    private static bool Is(string text, string word) =>
        word.Length > 0 && Letters(text).Equals(Letters(word), StringComparison.OrdinalIgnoreCase);

    private static string Letters(string text) =>
        string.Concat(text.Split(' ').Where(word => word is not ("the" or "of" or "a")).SelectMany(word => word).Where(char.IsLetter));
}
