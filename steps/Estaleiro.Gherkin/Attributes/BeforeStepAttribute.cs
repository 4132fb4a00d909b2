using Estaleiro.Gherkin.Bindings;

namespace Estaleiro.Gherkin;

/// <summary>A method that runs before each step that is going to run.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class BeforeStepAttribute : HookAttribute
{
    /// <summary>Declares the hook.</summary>
    /// <param name="tags">Tags one of which must be there; none means always.</param>
    public BeforeStepAttribute(params string[] tags)
        : base(HookType.BeforeStep, tags)
    {
    }
}
