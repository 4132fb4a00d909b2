using System.Globalization;
using Estaleiro.Reports.Summary;

namespace Estaleiro.Cli.Running;

/// <summary>Formats counts for people.</summary>
internal static class CountText
{
    internal static string Of(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>How many of a run's scenarios passed, failed and were skipped.</summary>
    internal static string Of(RunSummary summary) =>
        $"{summary.Passed} passed, {summary.Failures.Count} failed, {summary.Skipped} skipped"
        + (summary.Unfinished.Count == 0 ? "" : $", {summary.Unfinished.Count} interrupted");
}
