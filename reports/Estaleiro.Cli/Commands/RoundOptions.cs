using System.CommandLine;
using Estaleiro.Cli.Running;

namespace Estaleiro.Cli.Commands;

/// <summary>How often <c>run</c> goes through the scenarios, and when it stops.</summary>
internal sealed class RoundOptions
{
    private readonly Option<int?> repeat = OptionParsers.WholeNumber(
        "--repeat", "n", 2, "Runs everything n times; a scenario that isn't the same every time is flaky, and the run failed.");

    private readonly Option<bool> failFast = new("--fail-fast")
    {
        Description = "Starts no further scenario after the first that failed; what runs then comes to its end.",
    };

    internal IReadOnlyList<Option> Options => [repeat, failFast];

    internal RoundRequest Read(ParseResult parsed) => new(parsed.GetValue(repeat) ?? 1, parsed.GetValue(failFast));
}
