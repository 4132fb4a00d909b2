using System.CommandLine;
using Estaleiro.Reports.JUnit;

namespace Estaleiro.Cli.Commands;

/// <summary><c>--junit</c>: what a test case of the JUnit XML stands for.</summary>
internal sealed class JUnitOption
{
    internal Option<string?> Option { get; } = OptionParsers.OneOf(
        "--junit", ["scenario", "step"], "What a test case of the JUnit XML stands for (default: scenario).");

    /// <summary>What was asked for, or null.</summary>
    internal JUnitGranularity? Read(ParseResult parsed) => parsed.GetValue(Option) switch
    {
        "step" => JUnitGranularity.Step,
        "scenario" => JUnitGranularity.Scenario,
        _ => null,
    };
}
