using Estaleiro.Gherkin.Bindings;

namespace Estaleiro.Gherkin;

/// <summary>A static method that runs before the first scenario of each feature. If it fails, every scenario of the feature does.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class BeforeFeatureAttribute : HookAttribute
{
    /// <summary>Declares the hook.</summary>
    /// <param name="tags">Tags one of which must be there; none means always.</param>
    public BeforeFeatureAttribute(params string[] tags)
        : base(HookType.BeforeFeature, tags)
    {
    }
}
