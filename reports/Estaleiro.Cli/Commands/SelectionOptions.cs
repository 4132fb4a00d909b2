using System.CommandLine;
using Estaleiro.Cli.Features;

namespace Estaleiro.Cli.Commands;

/// <summary>The options of <c>run</c> that select scenarios, besides tags and titles.</summary>
internal sealed class SelectionOptions
{
    private readonly Option<bool> quick = new("--quick", "-q")
    {
        Description = "Run only one scenario per component (those tagged @quick).",
    };

    private readonly Option<string?> rerunFailed = new("--rerun-failed")
    {
        HelpName = "run folder",
        Description = "Run only scenarios that failed or did not finish in that run.",
    };

    private readonly Option<Shard?> shard = ShardOption("Run only part i of n, to spread the features over n machines.");

    internal IReadOnlyList<Option> Options => [quick, rerunFailed, shard];

    internal SelectionRequest Read(ParseResult parsed) => new(parsed.GetValue(quick), parsed.GetValue(rerunFailed), parsed.GetValue(shard));

    internal static Option<Shard?> ShardOption(string description) => new("--shard")
    {
        HelpName = "i/n",
        Description = description,
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 0 ? "" : result.Tokens[^1].Value;
            var shard = Shard.Parse(text);
            if (shard is null)
            {
                result.AddError($"--shard takes a part and the number of parts, such as 1/3, not '{text}'.");
            }

            return shard;
        },
    };
}
