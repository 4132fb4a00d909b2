using System.Net.Sockets;
using Estaleiro.Cli.Running;
using Estaleiro.Contract.Workshop;
using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Workshops;

/// <summary>A run that a presenter controls from the terminal, step by step.</summary>
internal sealed class WorkshopHandler(CliServices services, RunOptions options)
{
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    internal async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (!services.Keyboard.IsThere)
        {
            throw CliException.Usage("--workshop needs an interactive terminal.");
        }

        using var listener = Listen();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var lead = new WorkshopLead(listener, new WorkshopScreen(services.Output), services.Keyboard, services.Shell).LeadAsync(ending.Token);
        try
        {
            return await new RunHandler(services, options with { WorkshopSocket = listener.Path }).RunAsync(cancellationToken);
        }
        finally
        {
            await ending.CancelAsync();
            await lead;
        }
    }

    /// <summary>The run without the scenarios that the session did not reach: they are not skips.</summary>
    internal static TestRun Reached(TestRun run) => run with
    {
        Features =
        [
            .. run.Features
                .Select(feature => feature with
                {
                    Scenarios = [.. feature.Scenarios.Where(IsReached)],
                    Rules = [.. feature.Rules.Select(rule => rule with { Scenarios = [.. rule.Scenarios.Where(IsReached)] })],
                })
                .Where(feature => feature.AllScenarios.Any()),
        ],
    };

    private static bool IsReached(ScenarioResult scenario) => scenario.SkipReason != WorkshopSkip.NotReached;

    private static WorkshopListener Listen()
    {
        try
        {
            return new WorkshopListener();
        }
        catch (Exception exception) when (exception is SocketException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw CliException.Environment($"Cannot connect the workshop session to its test process: {exception.Message}", exception);
        }
    }
}
