using Estaleiro.Contract;
using Estaleiro.Machine;

namespace Estaleiro.Cli;

/// <summary>The clone that this command line belongs to, and the paths in it.</summary>
internal sealed record Repository(string Root)
{
    /// <summary>The kit's own features.</summary>
    internal string Features => Path.Combine(Root, "features");

    /// <summary>Full paths of the folders that a user gave to run instead of the kit's own features; none as a rule.</summary>
    internal IReadOnlyList<string> Specs { get; init; } = [];

    /// <summary>The folders whose features are to be run.</summary>
    internal IReadOnlyList<string> FeatureFolders => Specs.Count == 0 ? [Features] : Specs;

    /// <summary>What the paths of features are relative to: the clone, or the folder around the user's.</summary>
    internal string FeaturesRoot => Specs.Count == 0 ? Root : Specs.Select(folder => Path.GetDirectoryName(folder) ?? folder).Aggregate(Around);

    internal string Steps => Path.Combine(Root, "steps", "Estaleiro.Steps");

    /// <summary>The build output of the steps. The target framework is set in Directory.Build.props.</summary>
    internal string SpecBuild => Path.Combine(Steps, "bin", Specs.Count == 0 ? "Debug" : "specs", "net10.0");

    /// <summary>The runs' copies of the build output.</summary>
    internal string SpecCopies => Path.Combine(Steps, "bin", "runs");

    internal string Out => Path.Combine(Root, "reports", "out");

    /// <summary>The mutants, one file each.</summary>
    internal string Mutants => Path.Combine(Root, "fixtures", "mutants");

    /// <summary>The results of mutants.</summary>
    internal string MutantsOut => Path.Combine(Out, "mutants");

    internal string SnapshotEngineProps => Path.Combine(Root, "SnapshotEngine.props");

    internal string PackageVersions => Path.Combine(Root, "Directory.Packages.props");

    /// <summary>Finds the clone: first from the folder of this program, then upwards from the working directory.</summary>
    /// <exception cref="CliException">Neither is inside a clone.</exception>
    internal static Repository Find(params IEnumerable<string> starts) => RepositoryRoot.Find(starts) is { } root
        ? new Repository(root)
        : throw CliException.Usage("This is not a clone of Estaleiro Conformance: no parent folder contains Estaleiro.Conformance.sln. Use the run.sh of your clone.");

    /// <summary>With the folders of a user's features instead of the kit's own; none leaves it as it is.</summary>
    /// <exception cref="CliException">A folder does not exist, or has no features.</exception>
    internal Repository With(IEnumerable<string> specs)
    {
        List<string> folders = [.. specs.Select(folder => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))).Distinct(StringComparer.Ordinal)];
        foreach (var folder in folders)
        {
            if (!Directory.Exists(folder))
            {
                throw CliException.Usage($"--specs {folder}: there is no such folder.");
            }

            if (!Directory.EnumerateFiles(folder, "*.feature", SearchOption.AllDirectories).Any())
            {
                throw CliException.Usage($"--specs {folder}: there is no .feature file in this folder.");
            }

            if (folders.Find(other => folder.StartsWith(other + Path.DirectorySeparatorChar, StringComparison.Ordinal)) is { } outer)
            {
                throw CliException.Usage($"--specs {folder}: this folder lies in {outer}, which is given, too.");
            }

            if (folder.Contains(';', StringComparison.Ordinal))
            {
                throw CliException.Usage($"--specs {folder}: the path must not contain a semicolon.");
            }
        }

        return this with { Specs = folders };
    }

    /// <summary>The path of a file beside the features, as the features' own paths are written.</summary>
    internal string FeaturePath(string path) => Path.GetRelativePath(FeaturesRoot, path).Replace('\\', '/');

    /// <summary>The variables with which the build and the tests find a user's features; none for the kit's own.</summary>
    internal IReadOnlyDictionary<string, string?> SpecVariables => Specs.Count == 0
        ? new Dictionary<string, string?>()
        : new Dictionary<string, string?>
        {
            [EnvironmentVariables.Specs] = string.Join(';', Specs),
            [EnvironmentVariables.SpecsRoot] = FeaturesRoot,
        };

    /// <summary>The deepest folder that two folders lie in.</summary>
    private static string Around(string one, string other)
    {
        while (!$"{other}{Path.DirectorySeparatorChar}".StartsWith(
            Path.EndsInDirectorySeparator(one) ? one : $"{one}{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        {
            one = Path.GetDirectoryName(one)!;
        }

        return one;
    }

    /// <summary>A path for display: relative to the clone if inside it.</summary>
    internal string Display(string path)
    {
        var relative = Path.GetRelativePath(Root, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative.Replace('\\', '/');
    }
}
