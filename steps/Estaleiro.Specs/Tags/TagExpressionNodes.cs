namespace Estaleiro.Specs.Tags;

internal sealed class EveryTag : TagExpression
{
    public override string ToString() => "";

    internal override bool Evaluate(IReadOnlySet<string> tags) => true;

    internal override string Filter(bool negated) => "";
}

internal sealed class TagLiteral(string tag) : TagExpression
{
    private readonly string name = WithoutAt(tag);

    public override string ToString() =>
        string.Concat(tag.Select(character => character is '\\' or '(' or ')' || char.IsWhiteSpace(character) ? $"\\{character}" : $"{character}"));

    internal override bool Evaluate(IReadOnlySet<string> tags) => tags.Contains(name);

    internal override string Filter(bool negated) => $"Category{(negated ? "!=" : "=")}{TestFilterText.Escape(name)}";
}

internal sealed class NotTag(TagExpression operand) : TagExpression
{
    public override string ToString() => operand is AllTags or AnyTag ? $"not {operand}" : $"not ( {operand} )";

    internal override bool Evaluate(IReadOnlySet<string> tags) => !operand.Evaluate(tags);

    internal override string Filter(bool negated) => operand.Filter(!negated);
}

internal sealed class AllTags(TagExpression left, TagExpression right) : TagExpression
{
    public override string ToString() => $"( {left} and {right} )";

    internal override bool Evaluate(IReadOnlySet<string> tags) => left.Evaluate(tags) && right.Evaluate(tags);

    internal override string Filter(bool negated) => $"({left.Filter(negated)}{(negated ? '|' : '&')}{right.Filter(negated)})";
}

internal sealed class AnyTag(TagExpression left, TagExpression right) : TagExpression
{
    public override string ToString() => $"( {left} or {right} )";

    internal override bool Evaluate(IReadOnlySet<string> tags) => left.Evaluate(tags) || right.Evaluate(tags);

    internal override string Filter(bool negated) => $"({left.Filter(negated)}{(negated ? '&' : '|')}{right.Filter(negated)})";
}
