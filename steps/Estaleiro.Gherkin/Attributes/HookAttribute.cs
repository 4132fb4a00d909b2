using Estaleiro.Gherkin.Bindings;

namespace Estaleiro.Gherkin;

/// <summary>What every hook attribute has: when it runs, its order and the tags that limit it.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class HookAttribute : Attribute
{
    /// <summary>The order of a hook that sets none.</summary>
    public const int DefaultOrder = 10000;

    private protected HookAttribute(HookType type, string[]? tags)
    {
        Type = type;
        Tags = tags ?? [];
    }

    /// <summary>The tags one of which a scenario (or feature) must have; none means all.</summary>
    public string[] Tags { get; }

    /// <summary>Lower runs first, before-hooks and after-hooks alike.</summary>
    public int Order { get; set; } = DefaultOrder;

    internal HookType Type { get; }
}
