using System.Xml;
using System.Xml.Linq;
using Estaleiro.Cli.Processes;
using Estaleiro.Cli.Terminal;

namespace Estaleiro.Cli.Snapshots;

/// <summary>
/// Decides once what compares snapshots: Verify where the configured package sources have it, the kit's own verifier elsewhere. The answer is kept
/// in a git-ignored file that the build reads.
/// </summary>
internal sealed class SnapshotEngineDecision(Repository repository, IProcessRunner processes, CliOutput output)
{
    internal const string Verify = "Verify";
    internal const string BuiltIn = "BuiltIn";

    /// <summary>The MSBuild property, and the variable by which a user chooses.</summary>
    private const string Property = "SnapshotEngine";

    private const string Package = "Verify.Xunit";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    /// <summary>Asks the package sources unless that was done before or the user chose by the variable <c>SnapshotEngine</c>.</summary>
    internal async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(repository.SnapshotEngineProps) || Environment.GetEnvironmentVariable(Property) is { Length: > 0 })
        {
            return;
        }

        output.Line($"asking the package sources for {Package} (once for this clone)", Tone.Quiet);
        switch (await AskAsync(cancellationToken))
        {
            case true:
                Keep(Verify);
                break;
            case false:
                Keep(BuiltIn);
                break;
            default:
                output.Line(
                    "the package sources did not answer: BuiltIn for this run, asked again at the next. "
                    + $"To settle it, write <Project><PropertyGroup><{Property}>{BuiltIn}</{Property}></PropertyGroup></Project> to "
                    + repository.Display(repository.SnapshotEngineProps),
                    Tone.Warning);
                break;
        }
    }

    private void Keep(string engine)
    {
        var document = new XDocument(new XElement("Project", new XElement("PropertyGroup", new XElement(Property, engine))));
        File.WriteAllText(repository.SnapshotEngineProps, document + "\n");
        output.Line($"snapshots: {engine} (kept in {repository.Display(repository.SnapshotEngineProps)})", Tone.Quiet);
    }

    /// <summary>True where the package restores, false where a source says that one is not there, null where none answered.</summary>
    private async Task<bool?> AskAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("estaleiro-snapshot-engine-");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            WriteProject(folder.FullName);
            var missing = false;
            var exitCode = await processes.RunAsync(
                new ProcessRequest(
                    "dotnet", ["restore", "--no-cache", "-nologo", "-p:RestoreIgnoreFailedSources=false"], folder.FullName),
                line => missing |= line.Contains("NU1101", StringComparison.Ordinal) || line.Contains("NU1102", StringComparison.Ordinal)
                    || line.Contains("NU1103", StringComparison.Ordinal),
                limit.Token);
            return exitCode == 0 ? true : missing ? false : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private void WriteProject(string folder)
    {
        var project = new XElement(
            "Project",
            new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement("PropertyGroup", new XElement("TargetFramework", "net10.0")),
            new XElement("ItemGroup", new XElement("PackageReference", new XAttribute("Include", Package), new XAttribute("Version", PinnedVersion()))));
        File.WriteAllText(Path.Combine(folder, "probe.csproj"), project.ToString());

        // Package sources are looked up from the project's folder upwards: the clone's own must count here too.
        foreach (var name in (string[])["nuget.config", "NuGet.config", "NuGet.Config"])
        {
            var config = Path.Combine(repository.Root, name);
            if (File.Exists(config))
            {
                File.Copy(config, Path.Combine(folder, name), overwrite: true);
            }
        }
    }

    private string PinnedVersion()
    {
        try
        {
            return XDocument.Load(repository.PackageVersions).Descendants("PackageVersion")
                .Where(pin => (string?)pin.Attribute("Include") == Package)
                .Select(pin => (string)pin.Attribute("Version")!)
                .Single();
        }
        catch (Exception exception) when (exception is XmlException or InvalidOperationException or IOException or ArgumentException)
        {
            throw CliException.Environment(
                $"{repository.Display(repository.PackageVersions)} does not pin {Package}: {exception.Message}", exception);
        }
    }
}
