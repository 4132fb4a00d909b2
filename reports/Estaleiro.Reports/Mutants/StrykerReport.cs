using System.Text.Json;
using System.Text.Json.Nodes;

namespace Estaleiro.Reports.Mutants;

/// <summary>
/// Writes results in the format that Stryker's viewers open
/// (https://github.com/stryker-mutator/mutation-testing-elements/blob/master/packages/report-schema/src/mutation-testing-report-schema.json). Each
/// mutant's file is a file of the report, and holds that one mutant; scenarios are its tests.
/// </summary>
public static class StrykerReport
{
    private const string SchemaVersion = "2.0";

    /// <summary>Stryker's own thresholds (https://stryker-mutator.io/docs/stryker-net/configuration/#thresholds-object).</summary>
    private const int High = 80;

    private const int Low = 60;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The report as JSON.</summary>
    /// <param name="run">The results.</param>
    /// <param name="source">The text of a mutant's file, by its path.</param>
    public static string Of(MutationRun run, Func<string, string> source)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(source);
        return new JsonObject
        {
            ["$schema"] = "https://git.io/mutation-testing-schema",
            ["schemaVersion"] = SchemaVersion,
            ["thresholds"] = new JsonObject { ["high"] = High, ["low"] = Low },
            ["files"] = new JsonObject(run.Mutants.Select(mutant => KeyValuePair.Create<string, JsonNode?>(mutant.File, FileOf(mutant, source(mutant.File))))),
            ["testFiles"] = new JsonObject(run.ByScenario
                .GroupBy(entry => entry.Scenario.Split(" › ")[0])
                .Select(group => KeyValuePair.Create<string, JsonNode?>(group.Key, new JsonObject
                {
                    ["tests"] = new JsonArray([.. group.Select(entry => new JsonObject { ["id"] = entry.Scenario, ["name"] = entry.Scenario[(group.Key.Length + 3)..] })]),
                }))),
        }.ToJsonString(Indented);
    }

    private static JsonObject FileOf(MutantResult mutant, string source)
    {
        var lines = source.TrimEnd('\n').Split('\n');
        var found = new JsonObject
        {
            ["id"] = mutant.Name,
            ["mutatorName"] = mutant.Kind,
            ["description"] = mutant.Story,
            ["replacement"] = mutant.Story,
            ["location"] = new JsonObject
            {
                ["start"] = new JsonObject { ["line"] = 1, ["column"] = 1 },
                ["end"] = new JsonObject { ["line"] = lines.Length, ["column"] = lines[^1].Length + 1 },
            },
            ["status"] = StatusOf(mutant.State),
            ["coveredBy"] = Names(mutant.Passed.Concat(mutant.Kills.Select(kill => kill.Key)).Distinct()),
            ["killedBy"] = Names(mutant.Kills.Select(kill => kill.Key)),
            ["duration"] = mutant.Seconds * 1000,
        };
        if ((mutant.Reason ?? (mutant.Kills is [var kill, ..] ? kill.FirstLine : null)) is { } reason)
        {
            found["statusReason"] = reason;
        }

        return new JsonObject { ["language"] = "yaml", ["source"] = source, ["mutants"] = new JsonArray(found) };
    }

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => JsonValue.Create(name))]);

    // Ignored ones don't count in Stryker's score either.
    private static string StatusOf(MutantState state) => state switch
    {
        MutantState.Killed => "Killed",
        MutantState.Survived => "Survived",
        MutantState.TimedOut => "Timeout",
        MutantState.Invalid => "RuntimeError",
        _ => "Ignored",
    };
}
