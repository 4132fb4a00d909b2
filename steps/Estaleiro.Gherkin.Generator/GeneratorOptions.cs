namespace Estaleiro.Gherkin.Generator;

/// <summary>What the build tells the generator, from a file of <c>name=value</c> lines.</summary>
internal sealed record GeneratorOptions(
    string ProjectDirectory,
    string RepositoryRoot,
    string RootNamespace,
    string OutputDirectory,
    string Messages,
    IReadOnlyList<FeatureInput> Features)
{
    public static GeneratorOptions Read(string path)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var features = new List<FeatureInput>();
        foreach (var line in File.ReadAllLines(path).Where(line => line.Contains('=', StringComparison.Ordinal)))
        {
            var (name, value) = (line[..line.IndexOf('=', StringComparison.Ordinal)], line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..]);
            if (name == "Feature")
            {
                // A file name may hold anything but the bar that separates it from its link.
                var parts = value.Split('|');
                features.Add(new FeatureInput(Path.GetFullPath(parts[0]), parts.Length > 1 ? parts[1] : ""));
            }
            else
            {
                values[name] = value;
            }
        }

        return new GeneratorOptions(
            Path.GetFullPath(values["ProjectDirectory"]),
            Path.GetFullPath(values["RepositoryRoot"]),
            values["RootNamespace"],
            Path.GetFullPath(values["OutputDirectory"]),
            values.GetValueOrDefault("Messages", ""),
            [.. features.OrderBy(feature => feature.Path, StringComparer.Ordinal)]);
    }
}
