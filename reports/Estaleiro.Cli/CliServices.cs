using Estaleiro.Cli.Features;
using Estaleiro.Cli.Machine;
using Estaleiro.Cli.Outages;
using Estaleiro.Cli.Processes;
using Estaleiro.Cli.Terminal;
using Estaleiro.Cli.Workshops;

namespace Estaleiro.Cli;

/// <summary>The services that commands use. Tests replace them one by one.</summary>
internal sealed record CliServices
{
    internal required CliOutput Output { get; init; }

    internal required CliOutput Error { get; init; }

    internal required Func<Repository> FindRepository { get; init; }

    internal required IProcessRunner Processes { get; init; }

    internal required IFeatureSource Features { get; init; }

    internal required IRunEnvironment RunEnvironment { get; init; }

    internal required IMachine Machine { get; init; }

    internal required IKeptClusters KeptClusters { get; init; }

    internal required IPrompt Prompt { get; init; }

    internal required IContextSweeps ContextSweeps { get; init; }

    /// <summary>The services of the real command line.</summary>
    internal static CliServices Real()
    {
        var output = CliOutput.Standard();
        var machine = new LocalMachine();
        var prompt = new TerminalPrompt();
        var sweeps = new LocalContextSweeps();
        return new CliServices
        {
            Output = output,
            Error = CliOutput.Error(),
            FindRepository = () => Repository.Find(AppContext.BaseDirectory, System.Environment.CurrentDirectory),
            Processes = new ProcessRunner(),
            Features = new SpecFeatures(),
            RunEnvironment = new RunEnvironment(machine, sweeps, output, prompt),
            Machine = machine,
            KeptClusters = new LocalKeptClusters(),
            Prompt = prompt,
            ContextSweeps = sweeps,
            Outages = new ProbedOutages(() => Repository.Find(AppContext.BaseDirectory, System.Environment.CurrentDirectory)),
        };
    }

    internal IRunImages Images { get; init; } = new LocalRunImages();

    internal INodeImages NodeImages { get; init; } = new LocalNodeImages();

    /// <summary>Takes components down; null if nothing can, and there is no command <c>outage</c>.</summary>
    internal IOutages? Outages { get; init; }

    internal IKeyboard Keyboard { get; init; } = new TerminalKeyboard();

    internal IWorkshopShell Shell { get; init; } = new TerminalShell();

    internal TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The value of an environment variable, or null.</summary>
    internal Func<string, string?> Variable { get; init; } = System.Environment.GetEnvironmentVariable;
}
