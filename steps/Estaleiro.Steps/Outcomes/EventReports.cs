using Estaleiro.Steps.Scenarios;
using k8s.Models;

namespace Estaleiro.Steps.Outcomes;

/// <summary>Which events of which component told of objects. Components write them after what they tell of, so they are waited for.</summary>
public sealed class EventReports(ScenarioCluster cluster)
{
    /// <summary>
    /// Waits until an event tells of each, and returns for each its reason with the component that wrote it: <c>Scheduled (default-scheduler)</c>.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, string>> UntilToldAsync(string kind, params IReadOnlyCollection<(string Name, string Reason)> wanted)
    {
        var told = new Dictionary<string, string>(StringComparer.Ordinal);
        if (wanted.Count == 0)
        {
            return told;
        }

        var events = await cluster.Await().All<Corev1Event>(cluster.Namespace).UntilAsync(
            all => wanted.All(one => all.Any(entry => IsThat(entry, kind, one))),
            $"events that tell of {string.Join(", ", wanted.Select(one => $"the {kind} {one.Name}: {one.Reason}"))}",
            ScenarioCluster.StepLimit,
            cluster.Limit);
        foreach (var one in wanted)
        {
            told[one.Name] = Describe(events.First(entry => IsThat(entry, kind, one)));
        }

        return told;
    }

    /// <summary>The event's reason with the component that wrote it. Which field has the component depends on the API it was written by.</summary>
    public static string Describe(Corev1Event entry)
    {
        var component = entry.ReportingComponent is { Length: > 0 } reporting ? reporting : entry.Source?.Component ?? "nobody";
        return $"{entry.Reason} ({ReleaseDifferences.NameOfComponent(component)})";
    }

    private static bool IsThat(Corev1Event entry, string kind, (string Name, string Reason) one) =>
        entry.InvolvedObject.Kind == kind && entry.InvolvedObject.Name == one.Name && entry.Reason == one.Reason;
}
