using System.Globalization;
using Estaleiro.Reports.Model;

namespace Estaleiro.Reports.Html;

/// <summary>The words and formats of the report.</summary>
internal static class Words
{
    internal static string Duration(TimeSpan time) => time switch
    {
        { TotalMilliseconds: < 1 } => "",
        { TotalSeconds: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms"),
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds} s"),
    };

    /// <summary>Seconds since the start, as minutes and seconds.</summary>
    internal static string Clock(int seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}");

    internal static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    internal static string StatusOf(ScenarioResult scenario) => scenario.Outcome switch
    {
        ScenarioOutcome.Passed => "passed",
        ScenarioOutcome.Skipped => "skipped",
        ScenarioOutcome.Unfinished => "interrupted",
        _ => "failed",
    };

    internal static string StatusOf(StepResult step) => step.Status switch
    {
        ResultStatus.Passed => "passed",
        ResultStatus.Skipped => "skipped",
        ResultStatus.Unknown => "interrupted",
        _ => "failed",
    };

    /// <summary>A sign besides the colour, for readers who cannot distinguish green from red.</summary>
    internal static string Sign(string status) => status switch
    {
        "passed" => "✓",
        "failed" => "✗",
        "skipped" => "–",
        _ => "!",
    };
}
