using Estaleiro.Specs.Parsing;
using Io.Cucumber.Messages.Types;
using Reqnroll;
using Reqnroll.Bindings;
using DataTable = Reqnroll.DataTable;

namespace Estaleiro.Specs.Xunit.Hosting;

/// <summary>A step as Reqnroll's test runner takes it.</summary>
internal sealed record ScenarioStep(FeatureStep Source, StepDefinitionType Type, DataTable? Table)
{
    /// <summary>The keyword with the space behind it.</summary>
    public string Keyword => Source.Source.Keyword;

    public string Text => Source.Pickle.Text;

    public string? DocString => Source.Pickle.Argument?.DocString?.Content;

    /// <summary>The steps of a scenario. One that begins with "And" or "*" has the type of the one before it, the first that of "Given".</summary>
    public static IReadOnlyList<ScenarioStep> Of(FeatureScenario scenario)
    {
        var steps = new List<ScenarioStep>();
        var type = StepDefinitionType.Given;
        foreach (var step in scenario.Steps)
        {
            type = step.Source.KeywordType switch
            {
                StepKeywordType.CONTEXT => StepDefinitionType.Given,
                StepKeywordType.ACTION => StepDefinitionType.When,
                StepKeywordType.OUTCOME => StepDefinitionType.Then,
                _ => type,
            };
            steps.Add(new(step, type, TableOf(step.Pickle.Argument?.DataTable)));
        }

        return steps;
    }

    /// <summary>Runs it.</summary>
    public Task RunAsync(ITestRunner runner) => Source.Source.KeywordType switch
    {
        StepKeywordType.CONTEXT => runner.GivenAsync(Text, DocString, Table, Keyword),
        StepKeywordType.ACTION => runner.WhenAsync(Text, DocString, Table, Keyword),
        StepKeywordType.OUTCOME => runner.ThenAsync(Text, DocString, Table, Keyword),
        _ => runner.AndAsync(Text, DocString, Table, Keyword),
    };

    private static DataTable? TableOf(PickleTable? table)
    {
        if (table is null)
        {
            return null;
        }

        var rows = table.Rows.Select(row => row.Cells.Select(cell => cell.Value).ToArray()).ToArray();
        var result = new DataTable(rows[0]);
        foreach (var row in rows.Skip(1))
        {
            result.AddRow(row);
        }

        return result;
    }
}
