namespace Estaleiro.Cli.Mutants;

/// <summary>Remembers which features passed on a healthy cluster, as they are today. A changed feature has to pass again.</summary>
internal sealed class ControlFile(string path, Repository repository)
{
    private readonly HashSet<string> entries = new(File.Exists(path) ? File.ReadLines(path) : [], StringComparer.Ordinal);

    /// <summary>Whether a feature passed.</summary>
    internal bool Contains(string feature) => entries.Contains(EntryOf(feature));

    /// <summary>Adds features that passed.</summary>
    internal void Add(IEnumerable<string> features)
    {
        entries.UnionWith(features.Select(EntryOf));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllLines(path, entries.Order(StringComparer.Ordinal));
    }

    private string EntryOf(string feature) => $"{ResultStore.FingerprintOf(Path.Combine(repository.Root, feature))} {feature}";
}
