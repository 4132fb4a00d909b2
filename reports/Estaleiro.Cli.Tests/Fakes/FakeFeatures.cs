using Estaleiro.Cli.Features;

namespace Estaleiro.Cli.Tests.Fakes;

internal sealed class FakeFeatures : IFeatureSource
{
    internal List<KnownFeature> All { get; } =
    [
        Feature("features/01-etcd/keys.feature", "Etcd: where is it kept?", "@etcd", ("key", 3, ["@slow"]), ("revision", 8, [])),
        Feature("features/03-scheduler/scheduler.feature", "Scheduler (who & where?)", "@scheduler", ("one", 3, []), ("two", 6, [])),
    ];

    internal CliException? Error { get; set; }

    public Task<IReadOnlyList<KnownFeature>> LoadAsync(Repository repository, CancellationToken cancellationToken) =>
        Error is null ? Task.FromResult<IReadOnlyList<KnownFeature>>(All) : throw Error;

    public TagFilter ParseTags(string expression) => expression.StartsWith('@') && !expression.Contains(' ', StringComparison.Ordinal)
        ? new TagFilter(tags => tags.Contains(expression), $"Category={expression[1..]}")
        : throw CliException.Usage($"--tags \"{expression}\": not understood");

    internal static KnownFeature Feature(string path, string title, string tag, params (string Name, int Line, string[] Tags)[] scenarios) =>
        new(path, title, [tag], [.. scenarios.Select(scenario =>
            new KnownScenario(path, scenario.Line, title, null, scenario.Name, [tag, .. scenario.Tags]))]);
}
