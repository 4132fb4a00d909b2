namespace Estaleiro.Reports.Html;

/// <summary>A step in a feature.</summary>
/// <param name="Language">The feature's language, as <c>pt</c>.</param>
/// <param name="Text">The keyword and the text.</param>
/// <param name="Place">The file and the line.</param>
public sealed record StepUse(string Language, string Text, string Place);
