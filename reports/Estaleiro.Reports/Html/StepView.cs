namespace Estaleiro.Reports.Html;

/// <summary>A step on the page of steps.</summary>
/// <param name="Group">What the steps of its class have in common.</param>
/// <param name="Summary">What it does and records; empty if unknown.</param>
/// <param name="Texts">Its keywords and texts, one entry per wording.</param>
/// <param name="Examples">Steps of the features that use it, each with its language and place.</param>
public sealed record StepView(string Group, string Summary, IReadOnlyList<StepText> Texts, IReadOnlyList<StepUse> Examples);
