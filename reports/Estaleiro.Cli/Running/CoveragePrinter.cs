using Estaleiro.Cli.Terminal;
using Estaleiro.Reports.Coverage;

namespace Estaleiro.Cli.Running;

/// <summary>Prints which of upstream's conformance tests the features cover.</summary>
internal static class CoveragePrinter
{
    internal static void Print(CliOutput output, ConformanceCoverage coverage)
    {
        output.Line("Covered:", Tone.Heading);
        foreach (var (test, scenarios) in coverage.Covered)
        {
            output.Line($"  {test.Codename}");
            foreach (var scenario in scenarios)
            {
                output.Line($"    {scenario.Location}  {scenario.Title}", Tone.Quiet);
            }
        }

        output.Line();
        output.Line("Not covered:", Tone.Heading);
        foreach (var test in coverage.Uncovered)
        {
            output.Line($"  {test.Codename}", Tone.Quiet);
        }

        output.Line();
        PrintTable(output, CoverageTables.ByGroup(coverage));
        output.Line();
        PrintTable(output, CoverageTables.ByComponent(coverage));
        output.Line();
        output.Line(CoverageTables.Verdict(coverage) + ".");
    }

    /// <summary>Aligns names to the left and numbers to the right.</summary>
    private static void PrintTable(CliOutput output, IReadOnlyList<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        for (var index = 0; index < rows.Count; index++)
        {
            var cells = rows[index].Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            output.Line(string.Join("  ", cells).TrimEnd(), index == 0 ? Tone.Heading : Tone.Plain);
        }
    }
}
