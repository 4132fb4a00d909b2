using Estaleiro.Contract;
using Estaleiro.Reports.Model;

namespace Estaleiro.Reports.Comparing;

/// <summary>
/// What the objects of two runs' scenarios show differently, folded over the scenarios that both runs passed. Something counts as a difference if the
/// scenarios of one run show it and none of the other does: what varies from scenario to scenario is in both.
/// </summary>
public sealed record ObservationComparison
{
    private ObservationComparison(IReadOnlyList<(ScenarioResult First, ScenarioResult Second)> common)
    {
        var read = common
            .Where(pair => pair is { First.Outcome: ScenarioOutcome.Passed, Second.Outcome: ScenarioOutcome.Passed })
            .Select(pair => (First: Read(pair.First), Second: Read(pair.Second)))
            .Where(pair => pair is { First.Facts.Count: > 0, Second.Facts.Count: > 0 })
            .ToList();
        Scenarios = read.Count;
        FirstVersions = Versions(read.Select(pair => pair.First.Kubernetes));
        SecondVersions = Versions(read.Select(pair => pair.Second.Kubernetes));
        var before = read.SelectMany(pair => pair.First.Facts).CountBy(fact => fact).ToDictionary();
        var after = read.SelectMany(pair => pair.Second.Facts).CountBy(fact => fact).ToDictionary();
        var gone = before.Where(pair => !after.ContainsKey(pair.Key)).ToList();
        var come = after.Where(pair => !before.ContainsKey(pair.Key)).ToList();
        Differences =
        [
            .. Fields(come, before, "has also", "is new"),
            .. Fields(gone, after, "no longer has", "is no longer there"),
            .. Values(gone, come, before, after),
        ];
        Differences = [.. Differences.OrderBy(one => one.Component, StringComparer.Ordinal).ThenBy(one => one.Text, StringComparer.Ordinal)];
    }

    /// <summary>The number of scenarios that were compared: passed, with observations, in both runs.</summary>
    public int Scenarios { get; }

    /// <summary>The Kubernetes versions of the first run.</summary>
    public string FirstVersions { get; }

    /// <summary>The Kubernetes versions of the second run.</summary>
    public string SecondVersions { get; }

    /// <summary>The differences, by component.</summary>
    public IReadOnlyList<ObservationDifference> Differences { get; }

    /// <summary>What is compared, for a heading.</summary>
    public string Title => $"Observations between Kubernetes {FirstVersions} and {SecondVersions}";

    internal static ObservationComparison Of(IReadOnlyList<(ScenarioResult First, ScenarioResult Second)> common) => new(common);

    private static (string? Kubernetes, HashSet<ObservedFact> Facts) Read(ScenarioResult scenario) => ObservationFacts.Read(
        scenario.AllAttachments.LastOrDefault(file => file.EvidenceName == EvidenceNames.Observations)?.Body ?? "");

    private static string Versions(IEnumerable<string?> versions) =>
        string.Join(", ", versions.OfType<string>().Distinct().Order(StringComparer.Ordinal).DefaultIfEmpty("unknown"));

    /// <summary>Kinds, fields and events that only one run shows. Of a field that is new as a whole, its parts are not told.</summary>
    private static IEnumerable<ObservationDifference> Fields(
        List<KeyValuePair<ObservedFact, int>> found, Dictionary<ObservedFact, int> other, string has, string isThere)
    {
        foreach (var (fact, scenarios) in found.Where(pair => pair.Key.Value is null))
        {
            if (fact.IsEvent)
            {
                yield return new(Words(found, fact), $"{EventName(fact)} {isThere}", scenarios);
            }
            else if (fact.Path.Length == 0)
            {
                yield return new(fact.Component, $"{fact.Subject} {isThere}", scenarios);
            }
            else if (other.ContainsKey(new(fact.Subject, ParentOf(fact.Path), null)))
            {
                var parts = fact.Path.Split('.', 2);
                var text = parts is [var part, var rest] ? $"{fact.Subject} {part} {has} {rest}" : $"{fact.Subject} {has} {fact.Path}";
                yield return new(fact.Component, text, scenarios);
            }
        }
    }

    /// <summary>Fields that both runs have, with words that only one of them shows; who writes an event is such a word.</summary>
    private static IEnumerable<ObservationDifference> Values(
        List<KeyValuePair<ObservedFact, int>> gone,
        List<KeyValuePair<ObservedFact, int>> come,
        Dictionary<ObservedFact, int> before,
        Dictionary<ObservedFact, int> after)
    {
        var fields = gone.Concat(come).Where(pair => pair.Key.Value is not null).GroupBy(pair => pair.Key with { Value = null })
            .Where(field => before.ContainsKey(field.Key) && after.ContainsKey(field.Key));
        foreach (var field in fields)
        {
            var old = Words(gone, field.Key);
            var now = Words(come, field.Key);
            var scenarios = field.Max(pair => pair.Value);
            var saidBy = field.Key.IsEvent ? "said by " : "";
            var change = (old, now) switch
            {
                ("", _) => $"is now also {saidBy}{now}",
                (_, "") => $"is no longer {saidBy}{old}",
                _ => $"is now {saidBy}{now} instead of {old}",
            };
            yield return field.Key.IsEvent
                ? new(now.Length > 0 ? now : old, $"{EventName(field.Key)} {change}", scenarios)
                : new(field.Key.Component, $"{field.Key.Subject} {field.Key.Path} {change}", scenarios);
        }
    }

    /// <summary><c>event Evicted of a Pod</c>.</summary>
    private static string EventName(ObservedFact fact) => $"event {fact.Path}{fact.Subject["event".Length..]}";

    private static string Words(List<KeyValuePair<ObservedFact, int>> facts, ObservedFact field) => string.Join(
        ", ",
        facts.Select(pair => pair.Key).Where(fact => fact.Value is not null && fact with { Value = null } == field).Select(fact => fact.Value).Order(StringComparer.Ordinal));

    /// <summary>The field around a field: <c>status.conditions</c> of <c>status.conditions[Ready]</c>, and the kind around <c>status</c>.</summary>
    private static string ParentOf(string path) =>
        path.EndsWith(']') ? path[..path.LastIndexOf('[')] : path.LastIndexOf('.') is > 0 and var dot ? path[..dot] : "";
}
