namespace Estaleiro.Reports.Bindings;

/// <summary>An argument of a step.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Kind">What stands for it in the text, such as <c>{string}</c>, or <c>table</c> or <c>doc string</c> for what stands below the step.</param>
public sealed record StepArgument(string Name, string Kind)
{
    /// <inheritdoc />
    public override string ToString() => $"{Name} ({Kind})";
}
