using Estaleiro.Machine;

namespace Estaleiro.Cli;

/// <summary>The clone this command line belongs to, and the places in it.</summary>
internal sealed record Repository(string Root)
{
    internal string Features => Path.Combine(Root, "features");

    internal string Steps => Path.Combine(Root, "steps", "Estaleiro.Steps");

    /// <summary>What building the steps leaves; the target framework is Directory.Build.props'.</summary>
    internal string SpecBuild => Path.Combine(Steps, "bin", "Debug", "net10.0");

    /// <summary>The runs' own copies of it.</summary>
    internal string SpecCopies => Path.Combine(Steps, "bin", "runs");

    internal string Out => Path.Combine(Root, "reports", "out");

    internal string SnapshotEngineProps => Path.Combine(Root, "SnapshotEngine.props");

    internal string PackageVersions => Path.Combine(Root, "Directory.Packages.props");

    /// <summary>Finds the clone: first where this program was built, then upwards from the working directory.</summary>
    /// <exception cref="CliException">Neither is inside a clone.</exception>
    internal static Repository Find(params IEnumerable<string> starts) => RepositoryRoot.Find(starts) is { } root
        ? new Repository(root)
        : throw CliException.Usage("No clone of Estaleiro Conformance here: no folder above holds Estaleiro.Conformance.sln. Start run.sh of your clone.");

    /// <summary>A path as a person names it: relative to the clone where it is inside.</summary>
    internal string Display(string path)
    {
        var relative = Path.GetRelativePath(Root, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative.Replace('\\', '/');
    }
}
