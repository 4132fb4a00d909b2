using Estaleiro.Machine.Setup;

namespace Estaleiro.Cli.Machine;

/// <summary>The steps that make the machine ready.</summary>
/// <param name="Steps">The steps with their commands; empty if the machine is ready.</param>
/// <param name="Obstacle">Why the machine cannot be made ready and what the user can do, or null.</param>
/// <param name="ExecuteAsync">Executes the steps.</param>
internal sealed record MachinePlan(
    IReadOnlyList<SetupStep> Steps, string? Obstacle, Func<IProgress<string>, CancellationToken, Task> ExecuteAsync);
