using Estaleiro.Gherkin.Bindings;

namespace Estaleiro.Gherkin;

/// <summary>A method that runs before the first step of each scenario and of each example.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class BeforeScenarioAttribute : HookAttribute
{
    /// <summary>Declares the hook.</summary>
    /// <param name="tags">Tags one of which must be there; none means always.</param>
    public BeforeScenarioAttribute(params string[] tags)
        : base(HookType.BeforeScenario, tags)
    {
    }
}
