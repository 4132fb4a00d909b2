using Estaleiro.Contract.Outages;
using Estaleiro.Outages;
using Estaleiro.Outages.Probes;

namespace Estaleiro.Cli.Outages;

/// <summary>
/// Asks for one capability again and again. What is asked for once (a new pod) is waited for: until it has had the time that a whole
/// cluster takes, its state is open.
/// </summary>
/// <param name="probe">The probe.</param>
/// <param name="scale">Stretches the times.</param>
/// <param name="missing">Why the cluster does not have the capability, so that it is not asked for; null if it has it.</param>
internal sealed class LiveProbe(ICapabilityProbe probe, double scale, string? missing)
{
    /// <summary>From one question to the next: slow enough to go on for as long as people talk.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(700);

    /// <summary>How long one look may take. Its end tells what is missing so far.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(4);

    /// <summary>After this time, before scaling, a new pod would run on a busy machine, too.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(12);

    private readonly SampledProbe? sampled = probe as SampledProbe;
    private Func<CancellationToken, Task<string?>>? ask;
    private string? lastTrouble;
    private DateTimeOffset since;
    private volatile bool isBack;
    private volatile CapabilityNow now = new(probe.Capability, CapabilityState.NotMeasured, null, missing ?? "");

    /// <summary>The capability at this moment. Safe to read from any thread.</summary>
    internal CapabilityNow Now => now;

    /// <summary>Returns when the capability works.</summary>
    internal async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (missing is null)
        {
            await (sampled is null ? probe.PrepareAsync(cancellationToken) : OpenAsync(sampled, cancellationToken));
            now = sampled is null ? now with { IsOpen = true } : now with { State = CapabilityState.Works, LastWords = sampled.Works };
        }
    }

    /// <summary>From now on a connection that was lost may be opened anew.</summary>
    internal void ComponentIsBack() => isBack = true;

    /// <summary>Asks until cancelled, or until what was asked for once has come to pass.</summary>
    internal async Task RunAsync(OutageStart start, CancellationToken cancellationToken)
    {
        if (missing is not null)
        {
            return;
        }

        var began = since = DateTimeOffset.UtcNow;
        var patience = (Patience + ((probe as TriggeredProbe)?.After ?? TimeSpan.Zero)) * scale;
        while (true)
        {
            var (result, isSure) = await AskAsync(start, began + patience, cancellationToken);
            Tell(result, isSure, (sampled is null && result.When is TimeClass.AtOnce && now.IsOpen ? began : since) - start.Down);
            var isAskedOnce = sampled is null && probe is not TriggeredProbe { Trigger: null, After.Ticks: 0 };
            if (isAskedOnce && isSure && result.State is CapabilityState.Works)
            {
                return;
            }

            await Task.Delay(Pace, cancellationToken);
        }
    }

    private async Task OpenAsync(SampledProbe opened, CancellationToken cancellationToken) =>
        ask = await opened.OpenAsync(cancellationToken);

    private async Task<(ProbeResult Result, bool IsSure)> AskAsync(
        OutageStart start, DateTimeOffset patience, CancellationToken cancellationToken)
    {
        using var window = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        window.CancelAfter(Look * scale);
        try
        {
            if (sampled is not null)
            {
                return await SampleAsync(sampled, cancellationToken);
            }

            since = DateTimeOffset.UtcNow;
            if (now.State is CapabilityState.Fails)
            {
                await probe.RecoverAsync(window.Token);
                return (ProbeResult.Works("it works again"), true);
            }

            var result = await probe.MeasureAsync(start, window.Token);
            return (result, result.State is CapabilityState.Works || IsSure());
        }
        catch (CapabilityLostException lost)
        {
            return (new(CapabilityState.Fails, lost.When, lost.Message), IsSure());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (new(CapabilityState.Fails, TimeClass.AtOnce, now.LastWords.Length > 0 ? now.LastWords : "nobody answers"), IsSure());
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return (new(CapabilityState.Fails, TimeClass.AtOnce, exception.Message), IsSure());
        }

        // What did not come to pass within a look may yet.
        bool IsSure() => !window.IsCancellationRequested || DateTimeOffset.UtcNow >= patience;
    }

    /// <summary>On a busy machine one request fails now and then: two make a state.</summary>
    private async Task<(ProbeResult Result, bool IsSure)> SampleAsync(SampledProbe asked, CancellationToken cancellationToken)
    {
        if (isBack && now.State is CapabilityState.Fails)
        {
            ask = asked.Ask;
        }

        var at = DateTimeOffset.UtcNow;
        var trouble = await asked.LimitAsync(ask!, cancellationToken);
        var isSame = trouble is null == lastTrouble is null;
        since = isSame ? since : at;
        lastTrouble = trouble;
        return trouble is null
            ? (ProbeResult.Works(asked.Works), isSame)
            : (new(CapabilityState.Fails, TimeClass.AtOnce, asked.Fails ?? trouble), isSame);
    }

    private void Tell(ProbeResult result, bool isSure, TimeSpan at)
    {
        var before = now;
        if (!isSure)
        {
            now = before.IsOpen ? before with { LastWords = result.Reason } : before;
            return;
        }

        var hasChanged = before.IsOpen ? result.State is not CapabilityState.Works : result.State != before.State;
        now = new(probe.Capability, result.State, hasChanged ? at : before.ChangedAt, result.Reason);
    }
}
