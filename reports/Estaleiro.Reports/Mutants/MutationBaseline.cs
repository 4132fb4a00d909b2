using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Estaleiro.Reports.Mutants;

/// <summary>The results that the repository keeps: for each mutant its state, and the scenarios that noticed, without words and times.</summary>
public static class MutationBaseline
{
    /// <summary>The file's name, in the folder of mutants.</summary>
    public const string FileName = "baseline.json";

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The baseline as JSON.</summary>
    public static string Of(MutationRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new JsonObject(run.Mutants.Select(mutant => KeyValuePair.Create<string, JsonNode?>(mutant.Name, EntryOf(mutant)))).ToJsonString(Json) + "\n";
    }

    private static JsonObject EntryOf(MutantResult mutant)
    {
        var entry = new JsonObject { ["state"] = MutantWords.Of(mutant.State), ["kubernetes"] = mutant.Kubernetes };
        if (mutant.Reason is not null)
        {
            entry["reason"] = mutant.Reason;
        }

        if (mutant.Kills.Count > 0)
        {
            entry["red"] = new JsonArray([.. mutant.Kills.Select(kill => kill.Key).Distinct().Order(StringComparer.Ordinal).Select(key => JsonValue.Create(key))]);
        }

        return entry;
    }
}
