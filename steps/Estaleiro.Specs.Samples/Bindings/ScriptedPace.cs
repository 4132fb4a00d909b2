using Estaleiro.Specs.Xunit.Pacing;

namespace Estaleiro.Specs.Samples.Bindings;

/// <summary>Follows a script, and says what it saw in the scenario's output.</summary>
public sealed class ScriptedPace(string script, IReqnrollOutputHelper output) : IStepPace
{
    private readonly List<string> script = [.. script.Split(',')];

    public TimeSpan HeldUp => TimeSpan.Zero;

    public Task BeforeScenarioAsync() => script.Contains("not wanted") ? throw new SkipException("not wanted") : Task.CompletedTask;

    public Task BeforeAsync(PacedStep step)
    {
        output.WriteLine($"before {step.Number} of {step.Titles.Count} {step.Place} [{string.Join(';', step.ScenarioComments)}] [{string.Join(';', step.Comments)}] {step.Method.Name} {step.IsLast}");
        return script.Remove($"repeat at {step.Number}") ? throw new StepAgainException()
            : script.Contains($"leave at {step.Number}") ? throw new SkipException("left")
            : Task.CompletedTask;
    }

    public Task<bool> RunsAgainAsync(PacedStep step, Exception? error, TimeSpan duration)
    {
        output.WriteLine($"ran {step.Number} {(error is null ? "passed" : "failed")}");
        return Task.FromResult(script.Remove($"again after {step.Number}"));
    }

    public Task BeforeAgainAsync(PacedStep step)
    {
        output.WriteLine($"once more {step.Number}");
        return Task.CompletedTask;
    }

    public Task AfterAgainAsync(PacedStep step, Exception? error, TimeSpan duration)
    {
        output.WriteLine($"was once more {step.Number} {(error is null ? "passed" : "failed")}");
        return Task.CompletedTask;
    }

    public Task AfterScenarioAsync(Exception? error) => Task.CompletedTask;
}
