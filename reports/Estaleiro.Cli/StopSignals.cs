using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Estaleiro.Cli;

/// <summary>
/// Handles Ctrl-C, SIGTERM and a closed terminal. The first signal asks the command to remove what it started; a later one ends the process
/// immediately.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    /// <summary>
    /// A second signal within this time counts as the same one: a signal to the whole process group, such as <c>timeout</c> sends, reaches
    /// the command directly and again through <c>dotnet run</c>, which forwards it.
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

        // The token's callbacks may block; a signal handler must not.
        _ = source.CancelAsync();
    }
}
