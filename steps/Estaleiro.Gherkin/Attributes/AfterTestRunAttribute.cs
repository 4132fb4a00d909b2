using Estaleiro.Gherkin.Bindings;

namespace Estaleiro.Gherkin;

/// <summary>A static method that runs once, after the last scenario of the assembly, also when scenarios or before-hooks failed.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class AfterTestRunAttribute : HookAttribute
{
    /// <summary>Declares the hook.</summary>
    public AfterTestRunAttribute()
        : base(HookType.AfterTestRun, null)
    {
    }
}
