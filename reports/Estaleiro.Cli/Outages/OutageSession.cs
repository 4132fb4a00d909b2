using Estaleiro.Cli.Running;
using Estaleiro.Cli.Terminal;
using Estaleiro.Clusters;
using Estaleiro.Reports.Outages;
using Spectre.Console;

namespace Estaleiro.Cli.Outages;

/// <summary>Takes a component down, shows what becomes of the capabilities, and puts it back, whatever ends the session.</summary>
internal sealed class OutageSession(CliServices services, IOutages outages)
{
    /// <summary>The limit for everything to work again.</summary>
    private static readonly TimeSpan Recovery = TimeSpan.FromMinutes(3);

    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(200);

    private readonly Dictionary<string, CapabilityNow> told = new(StringComparer.Ordinal);

    /// <summary>Runs the session.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="component">What to take down.</param>
    /// <param name="limit">How long it stays down if nobody presses a key; null for as long as nobody does.</param>
    /// <param name="cancellationToken">Ends the outage. The component is put back nevertheless.</param>
    /// <returns>An exit code: red if something did not work again.</returns>
    internal async Task<int> RunAsync(KeptCluster cluster, string component, TimeSpan? limit, CancellationToken cancellationToken)
    {
        var progress = new LineProgress(line => services.Output.Line(line, Tone.Quiet));
        await using var outage = await outages.TakeDownAsync(cluster, component, progress, cancellationToken);
        Task<TimeSpan?> Follow(Action<OutageMoment> show) => FollowAsync(outage, component, limit, show, cancellationToken);
        var recovery = services.Output.Console is { } console
            ? await console.Live(new Text("")).AutoClear(false).StartAsync(context => Follow(moment => Draw(console, context, moment)))
            : await Follow(Tell);
        if (recovery is { } elapsed)
        {
            services.Output.Line($"{component} is back, and everything worked again after {ClockText.Of(elapsed)}.", Tone.Good);
            return ExitCode.Green;
        }

        var broken = outage.Capabilities.Where(now => !now.IsWhole).Select(now => now.Capability);
        services.Error.Line(
            $"{component} is back, but after {ClockText.Of(Recovery)} this did not work: {string.Join("; ", broken)}.", Tone.Bad);
        return ExitCode.Failed;
    }

    /// <returns>How long everything took to work again; null if it did not.</returns>
    private async Task<TimeSpan?> FollowAsync(
        IOutage outage, string component, TimeSpan? limit, Action<OutageMoment> show, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await ShowUntilAsync(show, outage, component, isBack: false, EndAsync(limit, ended.Token));
        }
        finally
        {
            await ended.CancelAsync();
            await outage.PutBackAsync();
        }

        return await ShowUntilAsync(show, outage, component, isBack: true, Task.Delay(Recovery, services.Time, cancellationToken));
    }

    /// <summary>Ends with a key, or when the time is up.</summary>
    private async Task EndAsync(TimeSpan? limit, CancellationToken cancellationToken)
    {
        var time = Task.Delay(limit ?? Timeout.InfiniteTimeSpan, services.Time, cancellationToken);
        await await Task.WhenAny(time, services.Keyboard.IsThere ? services.Keyboard.ReadAsync(cancellationToken) : time);
    }

    /// <summary>Shows frames until the task ends or, once the component is back, everything works.</summary>
    /// <returns>The time until everything worked; null if the task ended before.</returns>
    private async Task<TimeSpan?> ShowUntilAsync(Action<OutageMoment> show, IOutage outage, string component, bool isBack, Task end)
    {
        var start = services.Time.GetTimestamp();
        while (!end.IsCompleted)
        {
            var moment = new OutageMoment(component, isBack, services.Time.GetElapsedTime(start), outage.Capabilities);
            show(moment);
            if (isBack && moment.Capabilities.All(now => now.IsWhole))
            {
                return moment.Elapsed;
            }

            await Task.WhenAny(end, Task.Delay(Frame, services.Time, CancellationToken.None));
        }

        await end;
        return null;
    }

    private static void Draw(IAnsiConsole console, LiveDisplayContext context, OutageMoment moment) => context.UpdateTarget(new Rows(
        OutageView.Draw(moment, console.Profile.Width, console.Profile.Height)
            .Select(line => new Paragraph(line.Text, CliOutput.StyleOf(line.Tone))
                .Append(line.Second.Text ?? "", CliOutput.StyleOf(line.Second.Tone)))));

    /// <summary>Without a terminal: a line for each change.</summary>
    private void Tell(OutageMoment moment)
    {
        foreach (var now in moment.Capabilities)
        {
            if (!now.IsOpen && told.GetValueOrDefault(now.Capability)?.State != now.State)
            {
                told[now.Capability] = now;
                var at = ClockText.Of(now.ChangedAt ?? TimeSpan.Zero);
                services.Output.Line(
                    $"{at,10}  {OutageWords.Sign(now.State)} {now.Capability}: {OutageView.Line(now.LastWords)}", OutageView.ToneOf(now));
            }
        }
    }
}
