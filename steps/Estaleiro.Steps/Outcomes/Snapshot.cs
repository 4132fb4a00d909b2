using Estaleiro.Steps.Runs;

namespace Estaleiro.Steps.Outcomes;

/// <summary>Compares an outcome with the snapshot beside the feature file, whichever spec stack keeps it.</summary>
public static class Snapshot
{
    private const string Extension = "yaml";

    /// <summary>The path of a scenario's snapshot.</summary>
    public static string PathOf(FeatureContext feature, ScenarioContext scenario)
    {
        var (directory, name) = Locate(feature, scenario);
        return Path.Combine(directory, $"{name}.verified.{Extension}");
    }

    /// <summary>Compares; a difference fails with both sides.</summary>
    public static async Task VerifyAsync(FeatureContext feature, ScenarioContext scenario, string yaml, CancellationToken cancellationToken)
    {
        var (directory, name) = Locate(feature, scenario);
#if REQNROLL
        cancellationToken.ThrowIfCancellationRequested();
        await VerifyXunit.Verifier.Verify(yaml, Extension).UseDirectory(directory).UseFileName(name);
#else
        await Estaleiro.Gherkin.Snapshots.SnapshotVerifier.VerifyAsync(yaml, Extension, directory, name, cancellationToken);
#endif
    }

    /// <summary>A feature's file has its title as its name, so that neither stack needs to say where the file was.</summary>
    private static (string Directory, string Name) Locate(FeatureContext feature, ScenarioContext scenario)
    {
        var title = ScenarioName.Pascal(feature.FeatureInfo.Title);
        var files = Directory.GetFiles(Repository.Features, "*.feature", SearchOption.AllDirectories)
            .Where(path => string.Equals(Path.GetFileNameWithoutExtension(path), title, StringComparison.OrdinalIgnoreCase))
            .ToArray();
        return files is [var file]
            ? (Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}.{ScenarioName.Of(scenario)}")
            : throw new InvalidOperationException(
                $"The feature '{feature.FeatureInfo.Title}' must be in exactly one file called {title}.feature under features; {files.Length} are.");
    }
}
