namespace Estaleiro.Reports.Html;

/// <summary>A wording of a step.</summary>
/// <param name="Keywords">The keywords that it may follow, such as <c>Given/When</c>.</param>
/// <param name="Text">Its expression.</param>
public sealed record StepText(string Keywords, string Text);
