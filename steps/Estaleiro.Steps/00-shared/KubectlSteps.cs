using System.Text.RegularExpressions;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Scenarios;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>What kubectl itself prints.</summary>
[Binding]
public sealed partial class KubectlSteps(ScenarioCluster cluster, EvidenceLog evidence, Outcome outcome)
{
    private const string Asked = "kubectl";

    /// <summary>
    /// Each row is one call, in the scenario's namespace: the column <c>kubectl</c> holds the arguments, the others what the only row that kubectl
    /// prints holds under that header. Columns of kubectl's that the table does not name are passed over.
    /// </summary>
    [Then("kubectl prints, when it is asked for these:")]
    public async Task Prints(DataTable expected)
    {
        string[] columns = [.. expected.Header.Where(column => column is not Asked)];
        var table = new OutcomeTable([Asked, .. columns, "under"]);
        foreach (var row in expected.Rows)
        {
            var arguments = cluster.Expand(row[Asked]);
            evidence.Kubectl($"{arguments} -n {cluster.Namespace}");
            var result = await cluster.Cluster.Kubectl.ExecuteAsync([.. arguments.Split(' '), "-n", cluster.Namespace], null, cluster.Limit);
            Assert.True(result.ExitCode == 0, $"kubectl {arguments} ended with exit code {result.ExitCode}: {result.Error.Trim()}");
            evidence.Note(result.Output);
            var found = Read(result.Output, columns);
            var wanted = columns.Select(column => row[column]).ToArray();
            Assert.True(
                found.SequenceEqual(wanted),
                $"kubectl {arguments} prints '{string.Join(" | ", found)}' under {string.Join(" | ", columns)}, expected '{string.Join(" | ", wanted)}':\n{result.Output}");
            table.Add([row[Asked], .. found, string.Join(", ", Gap().Split(result.Output.Split('\n')[0].Trim()))]);
        }

        outcome.Add("kubectl prints", table);
    }

    /// <summary>The cells of the one row below the header; kubectl parts columns by three spaces.</summary>
    private static string[] Read(string output, string[] columns)
    {
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines.Length == 2, $"kubectl printed {lines.Length} lines, expected a header and one row:\n{output}");
        var header = Gap().Split(lines[0].Trim());
        var cells = Gap().Split(lines[1].Trim());
        var missing = columns.Except(header).ToArray();
        Assert.True(
            missing.Length == 0 && cells.Length == header.Length,
            missing.Length > 0 ? $"kubectl prints no column {string.Join(", ", missing)}:\n{output}" : $"kubectl's row has not as many cells as its header:\n{output}");
        return [.. columns.Select(column => cells[Array.IndexOf(header, column)])];
    }

    [GeneratedRegex(" {2,}")]
    private static partial Regex Gap();
}
