using System.CommandLine;
using System.CommandLine.Help;
using Estaleiro.Cli.Running;
using Estaleiro.Cli.Workshops;

namespace Estaleiro.Cli.Commands;

/// <summary>All commands.</summary>
internal static class CommandTree
{
    internal static RootCommand Build(CliServices services)
    {
        var shared = new SharedOptions();
        Task<int> Run(RunOptions options, CancellationToken cancellationToken) =>
            options.Workshop
                ? new WorkshopHandler(services, options).RunAsync(cancellationToken)
                : new RunHandler(services, options).RunAsync(cancellationToken);
        var run = new RunCommand(shared, Run);
        var root = new RootCommand(
            "Kubernetes, component by component: runs executable specs on a throwaway cluster and reports the results.");
        foreach (var option in run.Options)
        {
            root.Options.Add(option);
        }

        root.Options.Add(shared.Yes);
        root.Options.Add(shared.Verbose);
        root.Validators.Add(run.Command.Validators[0]);
        root.SetAction((parsed, cancellationToken) => Run(run.Read(parsed, shared), cancellationToken));
        root.Subcommands.Add(run.Command);
        root.Subcommands.Add(new ListCommand(services).Command);
        root.Subcommands.Add(new StepsCommand(services).Command);
        root.Subcommands.Add(new AcceptCommand(services).Command);
        root.Subcommands.Add(new ReportCommand(services).Command);
        root.Subcommands.Add(new CompareCommand(services).Command);
        root.Subcommands.Add(new ImagesCommand(services).Command);
        root.Subcommands.Add(new ImageCommand(services).Command);
        root.Subcommands.Add(new MutantsCommand(services, shared).Command);
        root.Subcommands.Add(new UpCommand(services, shared).Command);
        root.Subcommands.Add(new DownCommand(services).Command);
        root.Subcommands.Add(new CleanCommand(services).Command);
        if (services.Outages is { } outages)
        {
            root.Subcommands.Add(new OutageCommand(services, outages).Command);
        }

        root.Subcommands.Add(new DoctorCommand(services, shared).Command);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }
}
