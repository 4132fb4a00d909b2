using System.CommandLine;
using Estaleiro.Cli.Features;

namespace Estaleiro.Cli.Commands;

/// <summary>What of the features <c>run</c> runs, beside tags and titles.</summary>
internal sealed class SelectionOptions
{
    private readonly Option<bool> quick = new("--quick", "-q")
    {
        Description = "Only one telling scenario per component (those tagged @quick).",
    };

    private readonly Option<string?> rerunFailed = new("--rerun-failed")
    {
        HelpName = "run folder",
        Description = "Only what failed in that run, or never came to a result there.",
    };

    private readonly Option<Shard?> shard = new("--shard")
    {
        HelpName = "i/n",
        Description = "Only the i-th of n parts: features are dealt out so that every machine of n gets its own.",
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 0 ? "" : result.Tokens[^1].Value;
            var shard = Shard.Parse(text);
            if (shard is null)
            {
                result.AddError($"--shard takes a part and how many there are, such as 1/3, not '{text}'.");
            }

            return shard;
        },
    };

    internal IReadOnlyList<Option> Options => [quick, rerunFailed, shard];

    internal SelectionRequest Read(ParseResult parsed) => new(parsed.GetValue(quick), parsed.GetValue(rerunFailed), parsed.GetValue(shard));
}
