using Estaleiro.Contract;
using Estaleiro.Reports.Model;

namespace Estaleiro.Reports.Comparing;

/// <summary>What differs between two runs: which scenarios there are, how they ended, and what they found.</summary>
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
        Differences = [.. common.Select(pair => Compare(pair.First, pair.Second)).OfType<ScenarioDifference>()];
    }

    /// <summary>The first run.</summary>
    public TestRun First { get; }

    /// <summary>The second run.</summary>
    public TestRun Second { get; }

    /// <summary>How many scenarios both runs have.</summary>
    public int Common { get; }

    /// <summary>Scenarios that only the first run has.</summary>
    public IReadOnlyList<ScenarioResult> OnlyInFirst { get; }

    /// <summary>Scenarios that only the second run has.</summary>
    public IReadOnlyList<ScenarioResult> OnlyInSecond { get; }

    /// <summary>Scenarios of both runs that ended otherwise or found something else.</summary>
    public IReadOnlyList<ScenarioDifference> Differences { get; }

    /// <summary>Whether both runs have the same scenarios, which ended alike and found the same.</summary>
    public bool AreEqual => OnlyInFirst.Count + OnlyInSecond.Count + Differences.Count == 0;

    /// <summary>The verdict in one line.</summary>
    public string Verdict => AreEqual
        ? $"The runs are equal: {Common} scenarios ended alike and found the same."
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

    /// <summary>Titles are unique in a feature, those of examples with their values; the number is for features of other runners.</summary>
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
    /// A scenario that came to no outcome in one of the runs says so by its end; what it found is compared where both have found something,
    /// or where both ended alike.
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
