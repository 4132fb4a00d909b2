using Estaleiro.Cli.Features;
using Estaleiro.Cli.Terminal;

namespace Estaleiro.Cli.Running;

/// <summary>From a run's options to its scenarios: tags, features and the quick set first, then what failed before, then the part.</summary>
internal sealed class RunSelection(CliServices services, RunOptions options)
{
    private const string QuickTag = "@quick";

    /// <returns>The selection, or null where there is nothing to run, which is said then and no mistake.</returns>
    /// <exception cref="CliException">Nothing matches, or the earlier run cannot be read.</exception>
    internal async Task<Selection?> CreateAsync(Repository repository, CancellationToken cancellationToken)
    {
        var selection = Selection.Create(
            await services.Features.LoadAsync(repository, cancellationToken), Tags(), options.Features, repository);
        if (options.Selection.RerunFailed is { } folder)
        {
            var failed = FailedBefore.Read(folder);
            if (failed.Count == 0)
            {
                services.Output.Line($"Nothing to rerun: no scenario failed in {folder}, and none is without a result.", Tone.Good);
                return null;
            }

            selection = Rerun(selection, failed, folder);
        }

        if (options.Selection.Shard is { } shard)
        {
            var part = selection.Narrow(shard);
            services.Output.Line(
                part is null
                    ? $"Nothing to run: {CountText.Of(selection.Features.Count, "feature")} in {shard.Parts} parts leave none for part {shard}."
                    : $"part {shard}: {CountText.Of(part.Scenarios.Count, "scenario")} of {selection.Scenarios.Count}",
                Tone.Quiet);
            return part;
        }

        return selection;
    }

    private (string Text, TagFilter Filter)? Tags()
    {
        var quick = options.Selection.Quick ? services.Features.ParseTags(QuickTag) : null;
        var tags = options.Tags is null ? null : services.Features.ParseTags(options.Tags);
        return (quick, tags) switch
        {
            (null, null) => null,
            (null, not null) => (options.Tags!, tags),
            (not null, null) => (QuickTag, quick),
            _ => ($"{QuickTag} and ({options.Tags})", And(quick, tags)),
        };
    }

    private static TagFilter And(TagFilter one, TagFilter other) => new(
        tags => one.Matches(tags) && other.Matches(tags),
        string.Join('&', new[] { one.TestFilter, other.TestFilter }.Where(filter => filter.Length > 0)));

    private Selection Rerun(Selection selection, IReadOnlyList<FailedScenario> failed, string folder)
    {
        var gone = failed.Where(scenario => !selection.Scenarios.Any(scenario.Is)).ToList();
        var narrowed = selection.Narrow(scenario => failed.Any(before => before.Is(scenario)))
            ?? throw CliException.Usage(
                $"{CountText.Of(failed.Count, "scenario")} failed in {folder}; none of that is among what is selected now: {Named(gone)}.");
        if (gone.Count > 0)
        {
            services.Error.Line($"No longer there, or not selected now: {Named(gone)}", Tone.Warning);
        }

        return narrowed;
    }

    private static string Named(List<FailedScenario> scenarios)
    {
        const int MostNamed = 5;
        return string.Join(", ", scenarios.Take(MostNamed)) + (scenarios.Count > MostNamed ? $" and {scenarios.Count - MostNamed} more" : "");
    }
}
