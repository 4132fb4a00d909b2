using System.CommandLine;
using Estaleiro.Cli.Features;
using Estaleiro.Cli.Terminal;

namespace Estaleiro.Cli.Commands;

/// <summary><c>list</c>: lists what can be run.</summary>
internal sealed class ListCommand
{
    internal ListCommand(CliServices services)
    {
        var tags = new Option<string?>("--tags", "-t")
        {
            HelpName = "expression",
            Description = "List only scenarios whose tags match.",
        };
        var specs = SpecsOption.Create();
        Command = new Command("list", "Lists features, scenarios and tags.") { tags, specs };
        Command.SetAction((parsed, cancellationToken) => ListAsync(
            services.FindRepository().With(parsed.GetValue(specs) ?? []), services, parsed.GetValue(tags), cancellationToken));
    }

    internal Command Command { get; }

    private static async Task<int> ListAsync(Repository repository, CliServices services, string? tags, CancellationToken cancellationToken)
    {
        var filter = tags is null ? default((string, TagFilter)?) : (tags, services.Features.ParseTags(tags));
        var selection = Selection.Create(await services.Features.LoadAsync(repository, cancellationToken), filter, [], repository);
        var output = services.Output;
        foreach (var feature in selection.Features)
        {
            output.Line($"{feature.Title}  {string.Join(' ', feature.Tags)}".TrimEnd(), Tone.Heading);
            foreach (var scenario in feature.Scenarios)
            {
                var own = scenario.Tags.Except(feature.Tags);
                var title = scenario.Rule is null ? scenario.Name : $"{scenario.Rule} › {scenario.Name}";
                output.Line($"  {scenario.Path}:{scenario.Line}  {title}  {string.Join(' ', own)}".TrimEnd());
            }

            output.Line();
        }

        var counted = selection.Scenarios.SelectMany(scenario => scenario.Tags.Distinct()).GroupBy(tag => tag)
            .OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key} ({group.Count()})");
        output.Line($"tags: {string.Join("  ", counted)}", Tone.Quiet);
        output.Line($"{selection.Features.Count} features, {selection.Scenarios.Count} scenarios");
        return ExitCode.Green;
    }
}
