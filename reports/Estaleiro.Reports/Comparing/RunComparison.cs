using Estaleiro.Contract;
using Estaleiro.Reports.Model;

namespace Estaleiro.Reports.Comparing;

/// <summary>The differences between two runs: their scenarios, results and outcomes.</summary>
public sealed record RunComparison
{
    private RunComparison(TestRun first, TestRun second)
    {
        First = first;
        Second = second;
        var before = ByKey(first);
        var after = ByKey(second);
        OnlyInFirst = [.. before.Where(pair => !after.ContainsKey(pair.Key)).Select(pair => pair.Value)];
        OnlyInSecond = [.. after.Where(pair => !before.ContainsKey(pair.Key)).Select(pair => pair.Value)];
        var common = before.Where(pair => after.ContainsKey(pair.Key)).Select(pair => (First: pair.Value, Second: after[pair.Key])).ToList();
        Common = common.Count;
        Observations = ObservationComparison.Of(common);
        Differences = [.. common.Select(pair => Compare(pair.First, pair.Second)).OfType<ScenarioDifference>()];
    }

    /// <summary>The first run.</summary>
    public TestRun First { get; }

    /// <summary>The second run.</summary>
    public TestRun Second { get; }

    /// <summary>The number of scenarios in both runs.</summary>
    public int Common { get; }

    /// <summary>The scenarios that only the first run has.</summary>
    public IReadOnlyList<ScenarioResult> OnlyInFirst { get; }

    /// <summary>The scenarios that only the second run has.</summary>
    public IReadOnlyList<ScenarioResult> OnlyInSecond { get; }

    /// <summary>The scenarios of both runs with a different result or outcome.</summary>
    public IReadOnlyList<ScenarioDifference> Differences { get; }

    /// <summary>
    /// What the objects of the scenarios show differently. Two releases may differ in it and both be right: it is no part of the verdict.
    /// </summary>
    public ObservationComparison Observations { get; }

    /// <summary>Whether both runs have the same scenarios with the same results and outcomes.</summary>
    public bool AreEqual => OnlyInFirst.Count + OnlyInSecond.Count + Differences.Count == 0;

    /// <summary>The verdict in one line.</summary>
    public string Verdict => AreEqual
        ? $"The runs are equal: {Common} scenarios have the same results and outcomes."
        : $"{Differences.Count} of {Common} scenarios differ"
            + (OnlyInFirst.Count == 0 ? "" : $", {OnlyInFirst.Count} only in the first run")
            + (OnlyInSecond.Count == 0 ? "" : $", {OnlyInSecond.Count} only in the second run") + ".";

    /// <summary>Compares two runs.</summary>
    public static RunComparison Of(TestRun first, TestRun second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        return new RunComparison(first, second);
    }

    /// <summary>Titles are unique in a feature, with the values of examples. The number is for features of other runners.</summary>
    private static Dictionary<(string Uri, string Title, int Number), ScenarioResult> ByKey(TestRun run)
    {
        var scenarios = new Dictionary<(string, string, int), ScenarioResult>();
        foreach (var scenario in run.Scenarios)
        {
            var number = 0;
            while (!scenarios.TryAdd((scenario.Uri, $"{scenario.Rule}/{scenario.Title}", number), scenario))
            {
                number++;
            }
        }

        return scenarios;
    }

    /// <summary>
    /// Compares outcomes if both scenarios have one, or if both have the same result. If one of them did not get as far as an outcome, its
    /// result says so.
    /// </summary>
    private static ScenarioDifference? Compare(ScenarioResult first, ScenarioResult second)
    {
        var (before, after) = (OutcomeOf(first), OutcomeOf(second));
        var comparable = first.Outcome == second.Outcome || (before.Length > 0 && after.Length > 0);
        var outcome = comparable && before != after ? DiffLine.Between(before, after) : [];
        return outcome.Count > 0 || first.Outcome != second.Outcome ? new ScenarioDifference(first, second, outcome) : null;
    }

    private static string OutcomeOf(ScenarioResult scenario) => string.Concat(
        scenario.AllAttachments
            .Where(file => file.EvidenceName == EvidenceNames.Outcome)
            .Select(file => file.Body.ReplaceLineEndings("\n")));
}
