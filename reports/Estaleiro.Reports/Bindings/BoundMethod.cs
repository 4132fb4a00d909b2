namespace Estaleiro.Reports.Bindings;

/// <summary>A method with step attributes, as an assembly has it.</summary>
internal sealed record BoundMethod(
    string Class,
    string Name,
    string Summary,
    IReadOnlyList<(string Name, string Type)> Parameters,
    IReadOnlyList<(string Expression, IReadOnlyList<string> Keywords)> Texts);
