using System.Text;
using System.Text.RegularExpressions;
using Estaleiro.Gherkin.Naming;

namespace Estaleiro.Gherkin.Execution;

/// <summary>A step definition to start from, for a step that has none.</summary>
internal static partial class StepSnippet
{
    public static string Of(PlannedStep step)
    {
        var parameters = new List<string>();
        var words = new StringBuilder();
        var expression = new StringBuilder();
        var at = 0;
        foreach (var match in Arguments().Matches(step.Query.Text).Cast<Match>())
        {
            Literal(step.Query.Text[at..match.Index]);
            var (name, type) = match.Value[0] is '"' or '\'' ? ("{string}", "string") : match.Value.Contains('.', StringComparison.Ordinal) ? ("{float}", "float") : ("{int}", "int");
            expression.Append(name);
            parameters.Add($"{type} p{parameters.Count}");
            at = match.Index + match.Length;
        }

        Literal(step.Query.Text[at..]);
        if (step.Query.DocString is not null)
        {
            parameters.Add("string multilineText");
        }

        if (step.Query.Table is not null)
        {
            parameters.Add("DataTable dataTable");
        }

        var method = step.Query.Type + Identifier.Part(words.ToString());
        return $$"""
            [{{step.Query.Type}}("{{expression.ToString().Replace("\"", "\\\"", StringComparison.Ordinal)}}")]
            public void {{method}}({{string.Join(", ", parameters)}})
            {
                throw new PendingStepException();
            }
            """.ReplaceLineEndings("\n");

        void Literal(string text)
        {
            words.Append(text).Append(' ');
            expression.Append(Special().Replace(text, @"\\$0"));
        }
    }

    [GeneratedRegex(@"""[^""]*""|(?<!\w)'[^']*'(?!\w)|(?<![\w.])-?\d+(\.\d+)?(?![\w.])")]
    private static partial Regex Arguments();

    [GeneratedRegex(@"[\\/{(]")]
    private static partial Regex Special();
}
