using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Estaleiro.Cli;

/// <summary>
/// Ctrl-C, SIGTERM and a closed terminal: the first asks the command to take down what it started, a later one ends the process at once.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    /// <summary>
    /// What comes so soon after the first is the same signal once more: whoever signals the whole process group, as <c>timeout</c> does, reaches the
    /// command by itself and again through <c>dotnet run</c>, which passes on what it gets.
    /// </summary>
    private static readonly TimeSpan Echo = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource source = new();
    private readonly List<PosixSignalRegistration> registrations = [];
    private long first;

    internal StopSignals()
    {
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP])
        {
            registrations.Add(PosixSignalRegistration.Create(signal, Handle));
        }
    }

    internal CancellationToken Token => source.Token;

    public void Dispose()
    {
        registrations.ForEach(registration => registration.Dispose());
        source.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        var now = Stopwatch.GetTimestamp();
        if (Interlocked.CompareExchange(ref first, now, 0) is var before and not 0)
        {
            if (Stopwatch.GetElapsedTime(before, now) >= Echo)
            {
                Environment.Exit(ExitCode.Interrupted);
            }

            return;
        }

        // The token's callbacks may wait; a signal handler must not.
        _ = source.CancelAsync();
    }
}
