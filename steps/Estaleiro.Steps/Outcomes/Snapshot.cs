using Estaleiro.Specs.Snapshots;
using Estaleiro.Steps.Runs;

namespace Estaleiro.Steps.Outcomes;

/// <summary>Compares an outcome with the snapshot beside the feature file, whichever engine keeps it.</summary>
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
        if (Translation.Of(scenario) is not null || SpecRun.Current.Mutant is not null)
        {
            // A translation leaves nothing behind: only the original, which may run at the same time, writes its snapshot.
            // Nor does a broken cluster: nobody is to accept what it did.
            await SnapshotVerifier.CompareAsync(yaml, Path.Combine(directory, $"{name}.verified.{Extension}"), cancellationToken);
            return;
        }

        try
        {
            await SnapshotEngine.VerifyAsync(yaml, Extension, directory, name, cancellationToken);
        }
        catch (SnapshotMismatchException)
        {
            ReceivedOutcomes.Add(Path.Combine(directory, $"{name}.received.{Extension}"));
            throw;
        }
    }

    /// <summary>A feature's file has its title as its name.</summary>
    private static (string Directory, string Name) Locate(FeatureContext feature, ScenarioContext scenario)
    {
        var original = Translation.Of(scenario);
        var featureTitle = original?.Feature ?? feature.FeatureInfo.Title;
        var name = original is null ? ScenarioName.Of(scenario) : ScenarioName.Of(original.Scenario, original.Example);
        var title = ScenarioName.Pascal(featureTitle);
        var files = Repository.FeatureFolders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.feature", SearchOption.AllDirectories))
            .Where(path => string.Equals(Path.GetFileNameWithoutExtension(path), title, StringComparison.OrdinalIgnoreCase))
            .ToArray();
        return files is [var file]
            ? (Path.GetDirectoryName(file)!, SnapshotFile.Stem(Path.GetFileNameWithoutExtension(file), name))
            : throw new InvalidOperationException(
                $"The feature '{featureTitle}' must be in exactly one file called {title}.feature in {string.Join(", ", Repository.FeatureFolders)}; {files.Length} are.");
    }
}
