namespace Estaleiro.Gherkin;

/// <summary>Another name for <see cref="AfterScenarioAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class AfterAttribute : AfterScenarioAttribute
{
    /// <summary>Declares the hook.</summary>
    /// <param name="tags">Tags one of which must be there; none means always.</param>
    public AfterAttribute(params string[] tags)
        : base(tags)
    {
    }
}
