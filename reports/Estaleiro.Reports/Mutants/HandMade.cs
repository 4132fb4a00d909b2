using System.Text.Json;

namespace Estaleiro.Reports.Mutants;

/// <summary>
/// What was seen on clusters that were broken by hand, several faults at a time, before there were mutants: altered kubelets and add-ons among
/// them, for which there is no way yet.
/// </summary>
/// <param name="Bundles">What was broken, by letter.</param>
/// <param name="Notes">What breaks a feature's scenarios, by its file.</param>
/// <param name="Red">The letters of each scenario that failed, by <see cref="MutantKill.KeyOf"/>.</param>
public sealed record HandMade(
    IReadOnlyDictionary<string, string> Bundles, IReadOnlyDictionary<string, string> Notes, IReadOnlyDictionary<string, IReadOnlyList<string>> Red)
{
    /// <summary>The file's name, in the folder of mutants.</summary>
    public const string FileName = "by-hand.json";

    /// <summary>Reads the file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="JsonException">It is of another form.</exception>
    public static HandMade Read(string path) =>
        JsonSerializer.Deserialize<HandMade>(File.ReadAllText(path), JsonSerializerOptions.Web) ?? throw new JsonException($"{path} is empty.");
}
