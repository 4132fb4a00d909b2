using System.Text;
using Estaleiro.Reports.Markdown;

namespace Estaleiro.Reports.Bindings;

/// <summary>The steps as a Markdown page.</summary>
public static class StepMarkdown
{
    private const string Introduction =
        """
        # Steps

        Every step that a feature can use, made from the step definitions by `./run.sh steps --markdown features/STEPS.md`. To search them:
        `./run.sh steps WORDS`, or `./run.sh steps --html steps.html` for a page with a search box.

        `{string}` is text in quotes, `{word}` a word without spaces, `{int}` a whole number; `(s)` may be left out, and of `a/b` you write one.
        A feature in Portuguese (`# language: pt`) uses the texts marked `pt`, or the English ones, behind `Dado`, `Quando` or `Então`; the columns of
        its tables may have Portuguese names.


        """;

    /// <summary>The page, which changes only with the steps and their examples.</summary>
    public static string Of(IEnumerable<BoundStep> steps)
    {
        var page = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        foreach (var folder in steps.GroupBy(step => step.Folder, StringComparer.Ordinal))
        {
            page.Append("## ").Append(folder.Key).Append("\n\n");
            foreach (var step in folder)
            {
                Add(page, step);
            }
        }

        return $"{page.ToString().TrimEnd('\n')}\n";
    }

    private static void Add(StringBuilder page, BoundStep step)
    {
        foreach (var text in step.Texts)
        {
            var language = text.Language is null or "en" ? "" : $" ({text.Language})";
            page.Append("- **").AppendJoin(", ", text.Keywords).Append("**").Append(language).Append(' ').Append(MarkdownText.Code(text.Expression)).Append('\n');
        }

        page.Append('\n').Append(MarkdownText.Line(step.Summary)).Append('\n');
        if (step.Arguments.Count > 0)
        {
            page.Append("Arguments: ").Append(MarkdownText.Code(step.ArgumentLine)).Append(".\n");
        }

        page.Append('\n');
        page.Append(step.Example is { } example ? MarkdownText.Block(string.Join('\n', example.Lines), "gherkin").Trim('\n') : "No feature uses it.")
            .Append("\n\n");
    }
}
