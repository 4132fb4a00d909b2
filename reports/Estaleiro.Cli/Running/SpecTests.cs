using System.Globalization;
using Estaleiro.Cli.Processes;
using Estaleiro.Contract;

namespace Estaleiro.Cli.Running;

/// <summary>The test process: <c>dotnet test</c> on the built steps.</summary>
internal sealed class SpecTests(Repository repository, string assembly, IProcessRunner processes)
{
    /// <summary>The grace period of an interrupted test process, after which it is killed with its children.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Runs the selected scenarios and returns the exit code of <c>dotnet test</c>.</summary>
    internal Task<int> RunAsync(
        RunOptions options,
        string runId,
        RunFolder folder,
        string? testFilter,
        Action<string> onLine,
        CancellationToken cancellationToken) =>
        processes.RunAsync(
            new ProcessRequest("dotnet", Arguments(options, folder, testFilter), repository.Root)
            {
                Environment = Variables(options, runId, folder),
                Grace = Grace,
            },
            onLine,
            cancellationToken);

    internal static IReadOnlyDictionary<string, string?> Variables(RunOptions options, string runId, RunFolder folder)
    {
        var variables = new Dictionary<string, string?>
        {
            [EnvironmentVariables.RunId] = runId,
            [EnvironmentVariables.Messages] = folder.Messages,
            [EnvironmentVariables.Progress] = folder.Progress,
            [EnvironmentVariables.Out] = folder.Path,
        };
        Add(EnvironmentVariables.Cluster, options.Cluster);
        Add(EnvironmentVariables.Context, options.Context);
        Add(EnvironmentVariables.Kubeconfig, options.Kubeconfig is null ? null : Path.GetFullPath(options.Kubeconfig));
        Add(EnvironmentVariables.Image, options.Image);
        Add(EnvironmentVariables.Allow, options.Allowed.Count == 0 ? null : string.Join(',', options.Allowed));
        Add(EnvironmentVariables.NamespacedOnly, options.NamespacedOnly ? "1" : null);
        Add(EnvironmentVariables.Registry, options.Registry);
        Add(EnvironmentVariables.ToolboxImage, options.ToolboxImage);
        Add(EnvironmentVariables.CgroupNamespace, options.CgroupNamespace);
        Add(EnvironmentVariables.TimeoutScale, options.TimeoutScale?.ToString(CultureInfo.InvariantCulture));
        Add(EnvironmentVariables.Keep, options.Keep ? "1" : null);
        Add(EnvironmentVariables.Mutant, options.Mutant);
        Add(EnvironmentVariables.Workshop, options.WorkshopSocket);
        Add("KUBECONFIG", FullPaths(Environment.GetEnvironmentVariable("KUBECONFIG")));
        Add(EnvironmentVariables.DryRun, options.DryRun ? "true" : null);
        return variables;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                variables[name] = value;
            }
        }
    }

    // The tests run in another folder.
    private static string? FullPaths(string? list) => string.IsNullOrEmpty(list)
        ? null
        : string.Join(Path.PathSeparator, list.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(Path.GetFullPath));

    private List<string> Arguments(RunOptions options, RunFolder folder, string? testFilter)
    {
        List<string> arguments =
        [
            "test", assembly, "--nologo",
            "--logger", "trx;LogFileName=results.trx", "--results-directory", folder.Path,
        ];
        if (testFilter is not null)
        {
            arguments.AddRange(["--filter", testFilter]);
        }

        List<string> settings = [];
        if (options.Parallel is { } threads)
        {
            settings.Add($"xUnit.MaxParallelThreads={threads.ToString(CultureInfo.InvariantCulture)}");
        }

        if (options.Rounds.FailFast)
        {
            settings.Add("xUnit.StopOnFail=true");
        }

        if (settings.Count > 0)
        {
            arguments.AddRange(["--", .. settings]);
        }

        if (options.Workshop)
        {
            arguments.AddRange(["--", "xUnit.ParallelizeTestCollections=false"]);
        }

        return arguments;
    }
}
