using System.Xml;
using System.Xml.Linq;
using Estaleiro.Cli.Processes;
using Estaleiro.Cli.Terminal;

namespace Estaleiro.Cli.Stack;

/// <summary>
/// Decides once which spec stack the steps are built for: Reqnroll where the configured package sources have it, the built-in
/// one elsewhere. The answer is kept in a git-ignored file that the build reads.
/// </summary>
internal sealed class SpecStackDecision(Repository repository, IProcessRunner processes, CliOutput output)
{
    internal const string Reqnroll = "Reqnroll";
    internal const string BuiltIn = "BuiltIn";

    private static readonly string[] Packages = ["Reqnroll.xUnit", "Verify.Xunit"];
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    /// <summary>Asks the package sources unless that was done before or the user chose by the variable <c>SpecStack</c>.</summary>
    internal async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (File.Exists(repository.SpecStackProps) || Environment.GetEnvironmentVariable("SpecStack") is { Length: > 0 })
        {
            return;
        }

        output.Line($"asking the package sources for {string.Join(" and ", Packages)} (once for this clone)", Tone.Quiet);
        switch (await AskAsync(cancellationToken))
        {
            case true:
                Keep(Reqnroll);
                break;
            case false:
                Keep(BuiltIn);
                break;
            default:
                output.Line(
                    "the package sources did not answer: BuiltIn for this run, asked again at the next. "
                    + $"To settle it, write <Project><PropertyGroup><SpecStack>BuiltIn</SpecStack></PropertyGroup></Project> to "
                    + repository.Display(repository.SpecStackProps),
                    Tone.Warning);
                break;
        }
    }

    private void Keep(string stack)
    {
        var document = new XDocument(new XElement("Project", new XElement("PropertyGroup", new XElement("SpecStack", stack))));
        File.WriteAllText(repository.SpecStackProps, document + "\n");
        output.Line($"spec stack: {stack} (kept in {repository.Display(repository.SpecStackProps)})", Tone.Quiet);
    }

    /// <summary>True where both packages restore, false where a source says that one is not there, null where none answered.</summary>
    private async Task<bool?> AskAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("estaleiro-spec-stack-");
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
        var references = PinnedVersions()
            .Select(pin => new XElement("PackageReference", new XAttribute("Include", pin.Key), new XAttribute("Version", pin.Value)));
        var project = new XElement(
            "Project",
            new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement("PropertyGroup", new XElement("TargetFramework", "net10.0")),
            new XElement("ItemGroup", references));
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

    private Dictionary<string, string> PinnedVersions()
    {
        try
        {
            var pins = XDocument.Load(repository.PackageVersions).Descendants("PackageVersion")
                .ToDictionary(element => (string)element.Attribute("Include")!, element => (string)element.Attribute("Version")!);
            return Packages.ToDictionary(name => name, name => pins[name]);
        }
        catch (Exception exception) when (exception is XmlException or KeyNotFoundException or IOException or ArgumentException)
        {
            throw CliException.Environment(
                $"{repository.Display(repository.PackageVersions)} does not pin {string.Join(" and ", Packages)}: {exception.Message}", exception);
        }
    }
}
