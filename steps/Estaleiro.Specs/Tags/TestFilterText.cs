namespace Estaleiro.Specs.Tags;

/// <summary>VSTest's filter language (https://learn.microsoft.com/dotnet/core/testing/selective-unit-tests).</summary>
public static class TestFilterText
{
    /// <summary>A value with a backslash before each character that the language gives a meaning to.</summary>
    public static string Escape(string value) =>
        string.Concat(value.Select(character => character is '\\' or '(' or ')' or '&' or '|' or '=' or '!' or '~' ? $"\\{character}" : $"{character}"));
}
