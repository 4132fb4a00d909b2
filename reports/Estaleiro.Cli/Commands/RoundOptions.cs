using System.CommandLine;
using Estaleiro.Cli.Running;

namespace Estaleiro.Cli.Commands;

/// <summary>The options of <c>run</c> that control repetition and early exit.</summary>
internal sealed class RoundOptions
{
    private readonly Option<int?> repeat = OptionParsers.WholeNumber(
        "--repeat", "n", 2, "Run everything n times. A scenario whose result varies is flaky and fails the run.");

    private readonly Option<bool> failFast = new("--fail-fast")
    {
        Description = "Start no more scenarios after the first failure. Running ones finish.",
    };

    internal IReadOnlyList<Option> Options => [repeat, failFast];

    internal RoundRequest Read(ParseResult parsed) => new(parsed.GetValue(repeat) ?? 1, parsed.GetValue(failFast));
}
