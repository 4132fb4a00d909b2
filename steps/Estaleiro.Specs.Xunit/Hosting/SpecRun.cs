using System.Collections.Concurrent;
using System.Reflection;

namespace Estaleiro.Specs.Xunit.Hosting;

/// <summary>What went wrong with a test assembly's run as a whole: no scenario may pass while something did.</summary>
public sealed class SpecRun
{
    private static readonly ConcurrentDictionary<Assembly, SpecRun> Runs = new();
    private readonly ConcurrentQueue<Exception> lateErrors = [];
    private Exception? failure;

    private SpecRun()
    {
    }

    /// <summary>Why no scenario can run: a before-run hook failed, messages cannot be written. Null while all is well.</summary>
    public Exception? Failure => Volatile.Read(ref failure);

    internal IEnumerable<Exception> LateErrors => lateErrors;

    internal static SpecRun Of(Assembly assembly) => Runs.GetOrAdd(assembly, _ => new SpecRun());

    internal static void Forget(Assembly assembly) => Runs.TryRemove(assembly, out _);

    /// <summary>Keeps the first failure: what follows from it says less.</summary>
    internal void Fail(Exception error) => Interlocked.CompareExchange(ref failure, error, null);

    /// <summary>Keeps an error that came too late for any scenario to fail with, for the end of the run to report.</summary>
    internal void AddLateError(Exception error) => lateErrors.Enqueue(error);
}
