using System.CommandLine;

namespace Estaleiro.Cli.Commands;

/// <summary><c>--specs</c>: a user's own features, with the kit's steps.</summary>
internal static class SpecsOption
{
    internal static Option<string[]> Create() => new("--specs")
    {
        HelpName = "folder",
        Description = "Use the features of this folder instead of the kit's own, with the kit's steps. Snapshots are beside them. May be repeated.",
        Arity = ArgumentArity.OneOrMore,
    };
}
