using System.Collections.Concurrent;
using System.Reflection;
using Estaleiro.Gherkin.Execution;

namespace Estaleiro.Gherkin.Hosting;

/// <summary>The run of each test assembly that is being run in this process.</summary>
internal static class SpecRunRegistry
{
    private static readonly ConcurrentDictionary<Assembly, SpecRun> Runs = new();

    public static void Enter(Assembly assembly, SpecRun run) => Runs[assembly] = run;

    public static void Leave(Assembly assembly) => Runs.TryRemove(assembly, out _);

    public static SpecRun Of(Assembly assembly) =>
        Runs.TryGetValue(assembly, out var run)
            ? run
            : throw new SpecRunException(
                $"{assembly.GetName().Name} is not run by {typeof(SpecTestFramework).FullName}: import Estaleiro.Gherkin.targets into its project.");
}
