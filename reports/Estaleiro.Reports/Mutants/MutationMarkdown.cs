using System.Globalization;
using System.Text;
using Estaleiro.Reports.Markdown;

namespace Estaleiro.Reports.Mutants;

/// <summary>Writes results as Markdown: scores, survivors, and each killed mutant's story beside the words of its failure.</summary>
public static class MutationMarkdown
{
    /// <summary>The text.</summary>
    public static string Of(MutationRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# Mutants: {run.Score} killed\n");
        foreach (var (title, scores) in new[] { ("component", run.ByComponent), ("way", run.ByKind) })
        {
            text.Append(CultureInfo.InvariantCulture, $"\n| {title} | killed |\n|---|---|\n");
            foreach (var (name, score) in scores)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {name} | {score} |\n");
            }
        }

        foreach (var state in (MutantState[])[MutantState.Survived, MutantState.TimedOut, MutantState.Invalid, MutantState.Equivalent, MutantState.NotHere])
        {
            Append(text, MutantWords.Of(state), run.In(state), "why", mutant => mutant.Reason ?? $"{mutant.Passed.Count} scenarios passed");
        }

        Append(text, "killed", run.In(MutantState.Killed), "words of the first failure", mutant => mutant.Kills is [var kill, ..] ? $"{kill.Scenario}: {kill.FirstLine}" : "");
        return text.ToString();
    }

    private static void Append(StringBuilder text, string title, IReadOnlyList<MutantResult> mutants, string column, Func<MutantResult, string> value)
    {
        if (mutants.Count == 0)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"\n## {char.ToUpperInvariant(title[0])}{title[1..]} ({mutants.Count})\n\n| mutant | component | story | {column} |\n|---|---|---|---|\n");
        foreach (var mutant in mutants)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {mutant.Name} | {mutant.Component} | {MarkdownText.Line(mutant.Story)} | {MarkdownText.Line(value(mutant))} |\n");
        }
    }
}
