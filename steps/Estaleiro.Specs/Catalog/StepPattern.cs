using System.Text.RegularExpressions;

namespace Estaleiro.Specs.Catalog;

/// <summary>
/// The texts that a step's expression matches (https://github.com/cucumber/cucumber-expressions#readme). Custom parameter types match anything:
/// this finds examples, and binds nothing.
/// </summary>
internal static partial class StepPattern
{
    private const char Open = '\u0001';
    private const char Close = '\u0002';
    private const char Space = '\u0003';

    internal static Regex Of(string expression)
    {
        if (expression.StartsWith('^') || expression.EndsWith('$'))
        {
            return new Regex(expression, RegexOptions.CultureInvariant);
        }

        var marked = Optional().Replace(expression, match => $"{Open}{match.Groups[1].Value.Replace(' ', Space)}{Close}");
        return new Regex($"^{string.Join(' ', marked.Split(' ').Select(Word))}$", RegexOptions.CultureInvariant);
    }

    private static string Word(string word) => word.Contains('/', StringComparison.Ordinal) && !word.Contains('{', StringComparison.Ordinal)
        ? $"(?:{string.Join('|', word.Split('/').Select(Literal))})"
        : Literal(word);

    private static string Literal(string text)
    {
        var escaped = Regex.Escape(text).Replace($"{Open}", "(?:", StringComparison.Ordinal).Replace($"{Close}", ")?", StringComparison.Ordinal)
            .Replace(Space, ' ');
        return Parameter().Replace(escaped, match => match.Groups[1].Value switch
        {
            "int" => @"-?\d+",
            "word" => @"\S+",
            "string" => "(?:\"[^\"]*\"|'[^']*')",
            _ => ".+",
        });
    }

    [GeneratedRegex(@"(?<!\\)\(([^)]*)\)")]
    private static partial Regex Optional();

    [GeneratedRegex(@"\\\{(\w*)}")]
    private static partial Regex Parameter();
}
