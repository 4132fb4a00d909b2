using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Estaleiro.Api;
using Estaleiro.Clusters.Sweeping;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.HollowNodes;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Scenarios;
using Estaleiro.Steps.Workloads;
using k8s;
using k8s.Autorest;
using k8s.Models;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>
/// Pods that want a node, and where they went. The proof is the pod's condition PodScheduled: on a hollow node no pod becomes Ready.
/// </summary>
[Binding]
public sealed class SchedulingSteps(
    ScenarioCluster cluster, HollowNodePool pool, Conversation conversation, EventReports events, EvidenceLog evidence, Outcome outcome)
{
    private const string Nowhere = "none";
    private const string Scheduler = "default-scheduler";

    /// <summary>Creates a pod for the hollow nodes, with nothing but a name; does not wait for its placement.</summary>
    [Given("the pod {string} is created")]
    [When("the pod {string} is created")]
    public Task ThePodIsCreated(string name) => CreateAsync(name, name, "{}");

    /// <summary>
    /// The text is the pod's spec, or the lines of it that matter: a container, the label <c>app</c> with the pod's name, and where the scenario has
    /// hollow nodes a selector and a toleration that keep the pod on them, are added.
    /// </summary>
    [Given("the pod {string} is created:")]
    [When("the pod {string} is created:")]
    [Given("o Pod {string} é criado:")]
    [When("o Pod {string} é criado:")]
    public Task ThePodIsCreated(string name, string spec) => CreateAsync(name, name, spec);

    /// <summary>As for one pod; they are called <c>name-1</c>, <c>name-2</c>, … and share the label <c>app</c> with the name.</summary>
    [Given("{int} pods {string} are created:")]
    [When("{int} pods {string} are created:")]
    public async Task PodsAreCreated(int count, string name, string spec)
    {
        for (var number = 1; number <= count; number++)
        {
            await CreateAsync(string.Create(CultureInfo.InvariantCulture, $"{name}-{number}"), name, spec);
        }
    }

    /// <summary>Called by the scenario's name for them, and in the cluster by the namespace's and theirs: <c>{namespace}-important</c>.</summary>
    [Given("these PriorityClasses:")]
    public async Task ThesePriorityClasses(DataTable classes)
    {
        var client = cluster.Cluster.Client;
        var owner = await client.CoreV1.ReadNamespaceAsync(cluster.Namespace, cancellationToken: cluster.Limit);
        foreach (var row in classes.Rows)
        {
            var name = $"{cluster.Namespace}-{row["name"]}";
            evidence.Kubectl($"create priorityclass {name} --value={row["value"]} --preemption-policy={row["preemptionPolicy"]}");
            await client.SchedulingV1.CreatePriorityClassAsync(
                new V1PriorityClass
                {
                    Metadata = new V1ObjectMeta
                    {
                        Name = name,
                        Labels = new Dictionary<string, string> { [ResourceLabels.Run] = cluster.Cluster.RunId },
                        Annotations = new Dictionary<string, string> { [ResourceLabels.Owner] = ResourceLabels.CurrentOwner },
                        OwnerReferences = [new V1OwnerReference { ApiVersion = "v1", Kind = "Namespace", Name = cluster.Namespace, Uid = owner.Metadata.Uid }],
                    },
                    Value = int.Parse(row["value"], CultureInfo.InvariantCulture),
                    PreemptionPolicy = row["preemptionPolicy"],
                },
                cancellationToken: cluster.Limit);
            cluster.AtEnd(() => client.SchedulingV1.DeletePriorityClassAsync(name, cancellationToken: CancellationToken.None));
            await UntilAdmittedAsync(name);
        }
    }

    /// <summary>
    /// The second column is <c>node</c> or <c>zone</c>; <c>none</c> is for a pod that no node fits: the scheduler has looked at it, and the event
    /// FailedScheduling says so.
    /// </summary>
    [Given("the scheduler binds these pods:")]
    [Then("the scheduler binds these pods:")]
    public async Task TheSchedulerBindsThesePods(DataTable expected)
    {
        evidence.Kubectl($"get pods -n {cluster.Namespace} -o wide");
        var topology = expected.Header.ElementAt(1);
        var rows = expected.Rows.Select(row => (Pod: row["pod"], Place: row[topology])).ToArray();
        var pods = await UntilAsync(
            all => rows.All(row => all.Any(pod => pod.Metadata.Name == row.Pod && IsDecided(pod, row.Place == Nowhere))),
            $"the scheduler to decide about {string.Join(", ", rows.Select(row => row.Pod))}");
        V1Pod[] found = [.. rows.Select(row => pods.Single(pod => pod.Metadata.Name == row.Pod))];
        var mistakes = rows.Zip(found, (row, pod) => (row, Place: PlaceOf(pod, topology))).Where(one => one.Place != one.row.Place)
            .Select(one => $"{one.row.Pod} to {topology} {one.Place}, expected {one.row.Place}").ToArray();
        Assert.True(mistakes.Length == 0, $"The scheduler bound {string.Join("; ", mistakes)}.");
        await WhyNoneAsync(rows.Where(row => row.Place == Nowhere).Select(row => row.Pod));
        var told = await ToldByAsync(found);
        var table = new OutcomeTable("pod", topology, "PodScheduled", "told by");
        foreach (var pod in found)
        {
            table.Add(pod.Metadata.Name, PlaceOf(pod, topology), Decision(pod), told[pod.Metadata.Name]);
        }

        outcome.Add("placement", table);
    }

    /// <summary>The first column is <c>node</c> or <c>zone</c>, the second how many of the pods are there; <c>none</c> as for single pods.</summary>
    [Given("the scheduler spreads the pods {string} like this:")]
    [Then("the scheduler spreads the pods {string} like this:")]
    [Given("o scheduler distribui os Pods {string} assim:")]
    [Then("o scheduler distribui os Pods {string} assim:")]
    public async Task TheSchedulerSpreadsThePods(string app, DataTable expected)
    {
        evidence.Kubectl($"get pods -n {cluster.Namespace} -l app={app} -o wide");
        var topology = expected.Header.First();
        var wanted = expected.Rows.ToDictionary(row => row[topology], row => int.Parse(row["pods"], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var none = wanted.GetValueOrDefault(Nowhere);
        var bound = wanted.Values.Sum() - none;
        var pods = (await UntilAsync(
            all => all.Count(pod => IsOf(pod, app) && pod.Spec.NodeName is not null) >= bound
                && all.Count(pod => IsOf(pod, app) && IsDecided(pod, mayBeNone: true)) == bound + none,
            $"{bound} pods {app} to be bound, and {none} to be refused")).Where(pod => IsOf(pod, app)).ToArray();
        var found = pods.GroupBy(pod => PlaceOf(pod, topology), StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        Assert.True(
            wanted.Keys.Union(found.Keys).All(place => wanted.GetValueOrDefault(place) == found.GetValueOrDefault(place)),
            $"The pods {app} are spread like this: {Print(found)}. Expected: {Print(wanted)}.");
        await WhyNoneAsync(pods.Where(pod => pod.Spec.NodeName is null).Select(pod => pod.Metadata.Name));
        var told = await ToldByAsync(pods);
        var table = new OutcomeTable(topology, $"pods {app}", "PodScheduled", "told by");
        foreach (var place in wanted.Keys)
        {
            var there = pods.Where(pod => PlaceOf(pod, topology) == place).ToArray();
            table.Add(place, $"{there.Length}", Distinct(there.Select(Decision)), Distinct(there.Select(pod => told[pod.Metadata.Name])));
        }

        outcome.Add("placement", table);
    }

    /// <summary>Waits until the pod is gone and for the event of that reason; records the event and which pods are left.</summary>
    [Then("the pod {string} is gone, and the event {word} says why")]
    public async Task ThePodIsGone(string name, string reason)
    {
        evidence.Kubectl($"wait -n {cluster.Namespace} pod/{name} --for=delete");
        await cluster.Await().One<V1Pod>(name, cluster.Namespace)
            .UntilGoneAsync($"pod {name} to be gone", ScenarioCluster.StepLimit, cluster.Limit);
        var told = await events.UntilToldAsync("Pod", (name, reason));
        var others = await cluster.Cluster.Client.CoreV1.ListNamespacedPodAsync(cluster.Namespace, cancellationToken: cluster.Limit);
        outcome.Add(
            $"what became of {name}",
            new OutcomeTable("told by", "pods beside it")
                .Add(told[name], string.Join(", ", others.Items.Select(pod => pod.Metadata.Name).Order(StringComparer.Ordinal).DefaultIfEmpty(Nowhere))));
    }

    /// <summary>
    /// True only together with a step before it that shows the scheduler at work on a later pod: then it has had its chance.
    /// </summary>
    [Then("no scheduler has an event about the pod {string}, which is on {word}")]
    public async Task NoSchedulerHasAnEvent(string name, string node)
    {
        evidence.Kubectl($"get events -n {cluster.Namespace} --field-selector involvedObject.name={name}");
        var events = await cluster.Cluster.Client.CoreV1.ListNamespacedEventAsync(
            cluster.Namespace, fieldSelector: $"involvedObject.name={name}", cancellationToken: cluster.Limit);
        var decided = events.Items.FirstOrDefault(entry => entry.Reason is "Scheduled" or "FailedScheduling");
        Assert.True(decided is null, $"The event {decided?.Reason} tells of the pod {name}, expected none of a scheduler: {decided?.Message}");
        var pod = await cluster.Cluster.Client.CoreV1.ReadNamespacedPodAsync(name, cluster.Namespace, cancellationToken: cluster.Limit);
        var found = PlaceOf(pod, "node");
        Assert.True(found == node, $"The pod {name} is on {found}, expected {node}.");
        outcome.Add($"where {name} is", new OutcomeTable("node", "scheduler", "PodScheduled").Add(found, pod.Spec.SchedulerName, Decision(pod)));
    }

    /// <summary>Posts a Binding to a hollow node, as a scheduler does, and keeps the API server's answer for a later step.</summary>
    [When("somebody posts a Binding of the pod {string} to the node {string}")]
    public async Task SomebodyPostsABinding(string name, string node)
    {
        var binding = new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Binding",
            ["metadata"] = new JsonObject { ["name"] = name },
            ["target"] = new JsonObject { ["apiVersion"] = "v1", ["kind"] = "Node", ["name"] = pool.FullName(node) },
        };
        var path = $"/api/v1/namespaces/{cluster.Namespace}/pods/{name}/binding";
        evidence.Kubectl($"create --raw {path} -f - <<< '{binding.ToJsonString()}'");
        conversation.Answer = await cluster.Api.SendAsync(HttpMethod.Post, path, binding.ToJsonString(), MediaTypes.Json, cluster.Limit);
    }

    private static bool IsOf(V1Pod pod, string app) =>
        pod.Metadata.Labels is { } labels && labels.TryGetValue("app", out var found) && found == app && pod.Metadata.DeletionTimestamp is null;

    private static bool IsDecided(V1Pod pod, bool mayBeNone) => pod.Spec.NodeName is not null || (mayBeNone && IsUnschedulable(pod));

    private static bool IsUnschedulable(V1Pod pod) => pod.Status?.Conditions?.Any(condition => condition is { Type: "PodScheduled", Reason: "Unschedulable" }) ?? false;

    private static string Distinct(IEnumerable<string> texts) => string.Join(", ", texts.Distinct().Order(StringComparer.Ordinal).DefaultIfEmpty(""));

    private static string Decision(V1Pod pod) => pod.Status?.Conditions?.FirstOrDefault(condition => condition.Type == "PodScheduled") switch
    {
        null => "not set",
        { Status: "True" } => "True",
        var condition => $"{condition.Status} ({condition.Reason})",
    };

    private static string Print(Dictionary<string, int> places) => string.Join(", ", places.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Value} on {pair.Key}"));

    private string PlaceOf(V1Pod pod, string topology) => pod.Spec.NodeName is { } node ? pool.Describe(node, topology) : Nowhere;

    private Task<IReadOnlyList<V1Pod>> UntilAsync(Func<IReadOnlyList<V1Pod>, bool> condition, string description) =>
        cluster.Await().Pods(cluster.Namespace).UntilAsync(condition, description, ScenarioCluster.StepLimit, cluster.Limit);

    /// <summary>
    /// Admission looks a pod's class up in a cache that may be later than what the API server tells others, and refuses the pod until then
    /// (https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#priority).
    /// </summary>
    private async Task UntilAdmittedAsync(string priorityClass)
    {
        var pod = new V1Pod
        {
            Metadata = new() { Name = "asked-only" },
            Spec = new() { PriorityClassName = priorityClass, Containers = [new() { Name = "none", Image = "none" }] },
        };
        await Repeatedly.LookAsync(
            cluster,
            async token =>
            {
                try
                {
                    await cluster.Cluster.Client.CoreV1.CreateNamespacedPodAsync(pod, cluster.Namespace, dryRun: "All", cancellationToken: token);
                    return null;
                }
                catch (HttpOperationException refused) when (refused.Response.StatusCode == HttpStatusCode.Forbidden)
                {
                    return refused.Response.Content;
                }
            },
            ScenarioCluster.StepLimit,
            $"the API server to admit pods of the PriorityClass {priorityClass}");
    }

    /// <summary>The events of the scheduler about its decisions. Who binds a pod by hand writes none.</summary>
    private async Task<Dictionary<string, string>> ToldByAsync(IReadOnlyCollection<V1Pod> pods)
    {
        var told = await events.UntilToldAsync(
            "Pod",
            [
                .. pods.Where(pod => pod.Spec.SchedulerName == Scheduler)
                    .Select(pod => (pod.Metadata.Name, pod.Spec.NodeName is null ? "FailedScheduling" : "Scheduled")),
            ]);
        return pods.ToDictionary(pod => pod.Metadata.Name, pod => told.GetValueOrDefault(pod.Metadata.Name, "nobody"), StringComparer.Ordinal);
    }

    private async Task WhyNoneAsync(IEnumerable<string> pods)
    {
        foreach (var pod in pods)
        {
            evidence.Note((await EventAsync(pod, "FailedScheduling")).Message);
        }
    }

    private async Task<Corev1Event> EventAsync(string pod, string reason)
    {
        evidence.Kubectl($"get events -n {cluster.Namespace} --field-selector involvedObject.name={pod},reason={reason}");
        var events = await cluster.Await()
            .All<Corev1Event>(cluster.Namespace, fieldSelector: $"involvedObject.name={pod},reason={reason}")
            .UntilAsync(found => found.Count > 0, $"an event {reason} for pod {pod}", ScenarioCluster.StepLimit, cluster.Limit);
        return events[0];
    }

    private async Task CreateAsync(string name, string app, string text)
    {
        var spec = Assert.Single(Manifest.Parse(cluster.Expand(text)));
        var pod = WorkloadImages.Resolve(PodTemplate.Fill(name, app, spec, pool.IsEmpty ? null : pool.Pool), cluster.Cluster);
        evidence.Kubectl($"create -n {cluster.Namespace} -f - <<< '{pod.ToJsonString()}'");
        var answer = await cluster.Api.CreateAsync(pod, cluster.Namespace, cluster.Limit);
        Assert.True(answer.IsSuccess, $"The API server answered {answer.Line} to the pod {name}, expected it to be created: {answer.Message}");
    }
}
