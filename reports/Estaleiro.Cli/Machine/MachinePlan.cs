using Estaleiro.Machine.Setup;

namespace Estaleiro.Cli.Machine;

/// <summary>What would make the machine ready.</summary>
/// <param name="Steps">The steps with their commands; none where it is ready.</param>
/// <param name="Obstacle">Why it cannot be made ready and what the user can do, or null.</param>
/// <param name="ExecuteAsync">Does it.</param>
internal sealed record MachinePlan(
    IReadOnlyList<SetupStep> Steps, string? Obstacle, Func<IProgress<string>, CancellationToken, Task> ExecuteAsync);
