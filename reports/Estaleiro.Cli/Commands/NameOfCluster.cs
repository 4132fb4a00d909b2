using System.CommandLine;
using System.CommandLine.Parsing;

namespace Estaleiro.Cli.Commands;

/// <summary>A kept cluster's name, as an argument or with <c>--name</c>: users try both.</summary>
internal sealed class NameOfCluster(string description)
{
    internal Argument<string?> Argument { get; } = new("name") { Description = description, Arity = ArgumentArity.ZeroOrOne };

    internal Option<string?> Option { get; } = new("--name") { HelpName = "name", Description = "The name, as an option." };

    internal string? Of(ParseResult parsed) => parsed.GetValue(Option) ?? parsed.GetValue(Argument);

    internal void Validate(CommandResult result)
    {
        if (result.GetValue(Option) is { } option && result.GetValue(Argument) is { } argument && option != argument)
        {
            result.AddError($"Give one name, not both '{argument}' and --name {option}.");
        }
    }
}
