using Estaleiro.Gherkin.Bindings;

namespace Estaleiro.Gherkin;

/// <summary>A method that runs after the last step of each scenario, also when a step or a before-hook failed.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class AfterScenarioAttribute : HookAttribute
{
    /// <summary>Declares the hook.</summary>
    /// <param name="tags">Tags one of which must be there; none means always.</param>
    public AfterScenarioAttribute(params string[] tags)
        : base(HookType.AfterScenario, tags)
    {
    }
}
