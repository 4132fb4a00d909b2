using Estaleiro.Gherkin.Bindings;

namespace Estaleiro.Gherkin;

/// <summary>A step as it runs, its placeholders filled in.</summary>
public class StepInfo
{
    internal StepInfo(StepDefinitionType type, string text, DataTable? table, string? multilineText)
    {
        StepDefinitionType = type;
        Text = text;
        Table = table;
        MultilineText = multilineText;
    }

    /// <summary>The kind of step.</summary>
    public StepDefinitionType StepDefinitionType { get; }

    /// <summary>The text without the keyword.</summary>
    public string Text { get; }

    /// <summary>The data table under the step, null if there is none.</summary>
    public DataTable? Table { get; }

    /// <summary>The doc string under the step, null if there is none.</summary>
    public string? MultilineText { get; }
}
