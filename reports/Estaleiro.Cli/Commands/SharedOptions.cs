using System.CommandLine;

namespace Estaleiro.Cli.Commands;

/// <summary>Options of several commands.</summary>
internal sealed class SharedOptions
{
    internal Option<bool> Yes { get; } = new("--yes", "-y")
    {
        Description = "Set up what the machine lacks without asking (CI=true does the same).",
    };

    internal Option<bool> Verbose { get; } = new("--verbose", "-v")
    {
        Description = "Show the output of the tools that are run, and stack traces.",
        Recursive = true,
    };

    internal bool IsYes(ParseResult parsed) =>
        parsed.GetValue(Yes) || string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);
}
