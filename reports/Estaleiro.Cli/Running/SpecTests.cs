using System.Globalization;
using Estaleiro.Cli.Processes;

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
            ["ESTALEIRO_RUN_ID"] = runId,
            ["ESTALEIRO_MESSAGES"] = folder.Messages,
            ["ESTALEIRO_PROGRESS"] = folder.Progress,
            ["ESTALEIRO_OUT"] = folder.Path,
        };
        Add("ESTALEIRO_CLUSTER", options.Cluster);
        Add("ESTALEIRO_CONTEXT", options.Context);
        Add("ESTALEIRO_KUBECONFIG", options.Kubeconfig is null ? null : Path.GetFullPath(options.Kubeconfig));
        Add("ESTALEIRO_IMAGE", options.Image);
        Add("ESTALEIRO_CGROUPNS", options.CgroupNamespace);
        Add("ESTALEIRO_TIMEOUT_SCALE", options.TimeoutScale?.ToString(CultureInfo.InvariantCulture));
        Add("ESTALEIRO_KEEP", options.Keep ? "1" : null);
        Add("ESTALEIRO_WORKSHOP", options.WorkshopSocket);
        Add("ESTALEIRO_DRY_RUN", options.DryRun ? "1" : null);
        Add("REQNROLL_DRY_RUN", options.DryRun ? "true" : null);
        return variables;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                variables[name] = value;
            }
        }
    }

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
