using Estaleiro.Machine;

namespace Estaleiro.Cli;

/// <summary>The clone that this command line belongs to, and the paths in it.</summary>
internal sealed record Repository(string Root)
{
    internal string Features => Path.Combine(Root, "features");

    internal string Steps => Path.Combine(Root, "steps", "Estaleiro.Steps");

    /// <summary>The build output of the steps. The target framework is set in Directory.Build.props.</summary>
    internal string SpecBuild => Path.Combine(Steps, "bin", "Debug", "net10.0");

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

    /// <summary>A path for display: relative to the clone if inside it.</summary>
    internal string Display(string path)
    {
        var relative = Path.GetRelativePath(Root, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative.Replace('\\', '/');
    }
}
