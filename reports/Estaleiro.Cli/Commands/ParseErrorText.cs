using System.CommandLine;
using System.CommandLine.Parsing;

namespace Estaleiro.Cli.Commands;

/// <summary>Describes an error in the command line, in one line with a hint.</summary>
internal static class ParseErrorText
{
    private const int MostEdits = 2;

    internal static string Of(ParseResult parsed)
    {
        var message = parsed.Errors[0].Message.ReplaceLineEndings(" ").Trim();
        var command = parsed.CommandResult.Command;
        var name = "";
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult { Command: not RootCommand } named; at = at.Parent)
        {
            name = $" {named.Command.Name}{name}";
        }

        if (parsed.UnmatchedTokens is [{ } unknown, ..])
        {
            var hint = Nearest(unknown, command) is { } near ? $" Did you mean '{near}'?" : "";
            var kind = unknown.StartsWith('-') ? "option" : command.Subcommands.Count > 0 ? "command" : "argument";
            message = $"Unknown {kind} '{unknown}'.{hint}";
        }

        return $"{message} './run.sh{name} --help' shows the usage.";
    }

    private static string? Nearest(string word, Command command) =>
        command.Subcommands.Select(sub => sub.Name)
            .Concat(command.Options.SelectMany(option => option.Aliases.Append(option.Name)))
            .Where(name => name.Length > MostEdits)
            .Select(name => (Name: name, Edits: Edits(word, name)))
            .Where(candidate => candidate.Edits <= MostEdits)
            .OrderBy(candidate => candidate.Edits)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();

    // Levenshtein's distance.
    private static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var substitution = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[to.Length];
    }
}
