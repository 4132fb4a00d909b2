using System.CommandLine;
using Estaleiro.Reports.JUnit;

namespace Estaleiro.Cli.Commands;

/// <summary><c>--junit</c>: what one JUnit test case represents.</summary>
internal sealed class JUnitOption
{
    internal Option<string?> Option { get; } = OptionParsers.OneOf(
        "--junit", ["scenario", "step"], "What one JUnit test case represents (default: scenario).");

    /// <summary>The chosen value, or null.</summary>
    internal JUnitGranularity? Read(ParseResult parsed) => parsed.GetValue(Option) switch
    {
        "step" => JUnitGranularity.Step,
        "scenario" => JUnitGranularity.Scenario,
        _ => null,
    };
}
