using Estaleiro.Gherkin.Bindings;

namespace Estaleiro.Gherkin;

/// <summary>A static method that runs after the last scenario of each feature, also when scenarios or before-hooks failed.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class AfterFeatureAttribute : HookAttribute
{
    /// <summary>Declares the hook.</summary>
    /// <param name="tags">Tags one of which must be there; none means always.</param>
    public AfterFeatureAttribute(params string[] tags)
        : base(HookType.AfterFeature, tags)
    {
    }
}
