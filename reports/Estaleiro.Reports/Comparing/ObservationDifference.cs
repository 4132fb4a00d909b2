namespace Estaleiro.Reports.Comparing;

/// <summary>Something that the scenarios of one run show, and no scenario of the other.</summary>
/// <param name="Component">The component that writes it.</param>
/// <param name="Text">What differs: <c>Pod status has also conditions[PodReadyToStartContainers]</c>.</param>
/// <param name="Scenarios">In how many scenarios.</param>
public sealed record ObservationDifference(string Component, string Text, int Scenarios)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Text} ({Scenarios} {(Scenarios == 1 ? "scenario" : "scenarios")})";
}
