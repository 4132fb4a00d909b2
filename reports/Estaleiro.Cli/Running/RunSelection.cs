using Estaleiro.Cli.Features;
using Estaleiro.Cli.Terminal;

namespace Estaleiro.Cli.Running;

/// <summary>Selects a run's scenarios: first by tags, features and the quick set, then by earlier failures, then by shard.</summary>
internal sealed class RunSelection(CliServices services, RunOptions options)
{
    private const string QuickTag = "@quick";

    /// <returns>The selection, or null if there is nothing to run; this is reported and is not an error.</returns>
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
                services.Output.Line($"Nothing to rerun: every scenario in {folder} passed or was skipped.", Tone.Good);
                return null;
            }

            selection = Rerun(selection, failed, folder);
        }

        if (options.Selection.Shard is { } shard)
        {
            var part = selection.Narrow(shard);
            services.Output.Line(
                part is null
                    ? $"Nothing to run: with {CountText.Of(selection.Features.Count, "feature")} in {shard.Parts} parts, part {shard} is empty."
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
                $"{CountText.Of(failed.Count, "scenario")} failed in {folder}, but none of them is selected now: {Named(gone)}.");
        if (gone.Count > 0)
        {
            services.Error.Line($"Removed, or not selected now: {Named(gone)}", Tone.Warning);
        }

        return narrowed;
    }

    private static string Named(List<FailedScenario> scenarios)
    {
        const int MostNamed = 5;
        return string.Join(", ", scenarios.Take(MostNamed)) + (scenarios.Count > MostNamed ? $" and {scenarios.Count - MostNamed} more" : "");
    }
}
