using System.Globalization;
using Estaleiro.Reports.Summary;

namespace Estaleiro.Cli.Running;

/// <summary>Numbers of things as a person says them.</summary>
internal static class CountText
{
    internal static string Of(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>How a run's scenarios ended.</summary>
    internal static string Of(RunSummary summary) =>
        $"{summary.Passed} passed, {summary.Failures.Count} failed, {summary.Skipped} skipped"
        + (summary.Unfinished.Count == 0 ? "" : $", {summary.Unfinished.Count} interrupted");
}
