using Estaleiro.Gherkin.Bindings;

namespace Estaleiro.Gherkin;

/// <summary>A method that runs after each step whose before-step hooks ran, also when the step failed.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class AfterStepAttribute : HookAttribute
{
    /// <summary>Declares the hook.</summary>
    /// <param name="tags">Tags one of which must be there; none means always.</param>
    public AfterStepAttribute(params string[] tags)
        : base(HookType.AfterStep, tags)
    {
    }
}
