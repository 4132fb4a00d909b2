namespace Estaleiro.Specs.Tags;

/// <summary>
/// Selects scenarios by their tags, as <c>@a and not (@b or @c)</c>, after the grammar of the Cucumber project:
/// <c>not</c> binds closer than <c>and</c>, that closer than <c>or</c>; a backslash escapes white space, parentheses and itself.
/// The empty expression selects everything.
/// </summary>
public abstract class TagExpression
{
    private protected TagExpression()
    {
    }

    /// <summary>Reads an expression.</summary>
    /// <exception cref="TagExpressionException">It is not valid.</exception>
    public static TagExpression Parse(string expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return TagExpressionParser.Parse(expression);
    }

    /// <summary>Whether a scenario with these tags is selected. The at sign may be there or not, here and in the expression.</summary>
    public bool Evaluate(IEnumerable<string> tags)
    {
        ArgumentNullException.ThrowIfNull(tags);
        return Evaluate(tags.Select(WithoutAt).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>
    /// The same selection as a filter for <c>dotnet test --filter</c>: <c>(Category=a&amp;Category!=b&amp;Category!=c)</c>.
    /// Empty for the empty expression. Note that VSTest ignores case where Cucumber does not.
    /// </summary>
    public string ToTestFilter() => Filter(negated: false);

    internal abstract bool Evaluate(IReadOnlySet<string> tags);

    internal abstract string Filter(bool negated);

    internal static string WithoutAt(string tag) => tag.StartsWith('@') ? tag[1..] : tag;
}
