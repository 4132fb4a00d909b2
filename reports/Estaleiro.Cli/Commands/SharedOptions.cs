using System.CommandLine;

namespace Estaleiro.Cli.Commands;

/// <summary>Options of several commands.</summary>
internal sealed class SharedOptions
{
    internal Option<bool> Yes { get; } = new("--yes", "-y")
    {
        Description = "Sets up what the machine lacks without asking (so does CI=true).",
    };

    internal Option<bool> Verbose { get; } = new("--verbose", "-v")
    {
        Description = "Shows what the tools underneath print, and stack traces.",
        Recursive = true,
    };

    internal bool IsYes(ParseResult parsed) =>
        parsed.GetValue(Yes) || string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);
}
