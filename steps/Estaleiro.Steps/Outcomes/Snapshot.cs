using Estaleiro.Steps.Runs;
#if REQNROLL
using Xunit;
#endif

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
        if (Translation.Of(scenario) is not null)
        {
            await CompareAsync(yaml, Path.Combine(directory, $"{name}.verified.{Extension}"), cancellationToken);
            return;
        }

#if REQNROLL
        cancellationToken.ThrowIfCancellationRequested();
        await VerifyXunit.Verifier.Verify(yaml, Extension).UseDirectory(directory).UseFileName(name);
#else
        await Estaleiro.Gherkin.Snapshots.SnapshotVerifier.VerifyAsync(yaml, Extension, directory, name, cancellationToken);
#endif
    }

    /// <summary>
    /// What a translation does: it compares with the original's snapshot and leaves nothing behind. Only the original writes there, since both
    /// may run at once, and neither spec stack lets two scenarios of a run keep one snapshot.
    /// </summary>
    private static async Task CompareAsync(string yaml, string path, CancellationToken cancellationToken)
    {
#if REQNROLL
        Assert.True(File.Exists(path), $"There is no snapshot {Path.GetFileName(path)}: the scenario that this one translates makes it.");
        var expected = await File.ReadAllTextAsync(path, cancellationToken);
        Assert.Equal(expected, yaml, ignoreLineEndingDifferences: true);
#else
        await Estaleiro.Gherkin.Snapshots.SnapshotVerifier.CompareAsync(yaml, path, cancellationToken);
#endif
    }

    /// <summary>A feature's file has its title as its name, so that neither stack needs to say where the file was.</summary>
    private static (string Directory, string Name) Locate(FeatureContext feature, ScenarioContext scenario)
    {
        var original = Translation.Of(scenario);
        var featureTitle = original?.Feature ?? feature.FeatureInfo.Title;
        var name = original is null ? ScenarioName.Of(scenario) : ScenarioName.Of(original.Scenario, original.Example);
        var title = ScenarioName.Pascal(featureTitle);
        var files = Directory.GetFiles(Repository.Features, "*.feature", SearchOption.AllDirectories)
            .Where(path => string.Equals(Path.GetFileNameWithoutExtension(path), title, StringComparison.OrdinalIgnoreCase))
            .ToArray();
        return files is [var file]
            ? (Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}.{name}")
            : throw new InvalidOperationException(
                $"The feature '{featureTitle}' must be in exactly one file called {title}.feature under features; {files.Length} are.");
    }
}
