using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Estaleiro.Mutants;
using Estaleiro.Reports.Mutants;

namespace Estaleiro.Cli.Mutants;

/// <summary>Keeps the result of each mutant in a file, so that a later call goes on where an earlier one ended.</summary>
internal sealed class ResultStore(string folder)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The state of a mutant's file. A result is of today's mutant only if it has the same.</summary>
    internal static string FingerprintOf(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))[..16];

    /// <summary>The result of a mutant as it is today, or null.</summary>
    internal MutantResult? Find(Mutant mutant) =>
        Read(PathOf(mutant.Name)) is { } result && result.Fingerprint == FingerprintOf(mutant.Path) ? result : null;

    /// <summary>Keeps a result.</summary>
    internal async Task KeepAsync(MutantResult result, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(PathOf(result.Name), JsonSerializer.Serialize(result, Json) + "\n", cancellationToken);
    }

    private static MutantResult? Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<MutantResult>(File.ReadAllText(path), Json) : null;
        }
        catch (JsonException)
        {
            // Cut short by a full disk, or of another version: run again.
            return null;
        }
    }

    private string PathOf(string name) => Path.Combine(folder, $"{name}.json");
}
