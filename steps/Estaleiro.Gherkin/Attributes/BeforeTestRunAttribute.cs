using Estaleiro.Gherkin.Bindings;

namespace Estaleiro.Gherkin;

/// <summary>A static method that runs once, before the first scenario of the assembly. If it fails, every scenario fails with its error.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class BeforeTestRunAttribute : HookAttribute
{
    /// <summary>Declares the hook.</summary>
    public BeforeTestRunAttribute()
        : base(HookType.BeforeTestRun, null)
    {
    }
}
