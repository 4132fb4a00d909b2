namespace Estaleiro.Gherkin;

/// <summary>Limits a binding, or every binding of a class, to scenarios that meet all conditions given; several attributes are alternatives.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public class ScopeAttribute : Attribute
{
    /// <summary>A tag of the scenario, its rule or its feature, with or without the at sign.</summary>
    public string? Tag { get; set; }

    /// <summary>The feature's title; case does not matter.</summary>
    public string? Feature { get; set; }

    /// <summary>The scenario's title; case does not matter.</summary>
    public string? Scenario { get; set; }
}
