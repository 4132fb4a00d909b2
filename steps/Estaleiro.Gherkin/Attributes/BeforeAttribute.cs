namespace Estaleiro.Gherkin;

/// <summary>Another name for <see cref="BeforeScenarioAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class BeforeAttribute : BeforeScenarioAttribute
{
    /// <summary>Declares the hook.</summary>
    /// <param name="tags">Tags one of which must be there; none means always.</param>
    public BeforeAttribute(params string[] tags)
        : base(tags)
    {
    }
}
