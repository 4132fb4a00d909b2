namespace Estaleiro.Gherkin;

/// <summary>How the text of a step definition is read.</summary>
public enum ExpressionType
{
    /// <summary>By the look of it, after the rule the README states.</summary>
    Unspecified,

    /// <summary>As a cucumber expression.</summary>
    CucumberExpression,

    /// <summary>As a .NET regular expression for the whole text.</summary>
    RegularExpression,
}
