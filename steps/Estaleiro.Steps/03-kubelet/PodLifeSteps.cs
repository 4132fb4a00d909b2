using Estaleiro.Clusters.Waiting;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Scenarios;
using k8s.Models;

namespace Estaleiro.Steps.Bindings;

/// <summary>Pods that come to life, wherever that is.</summary>
[Binding]
public sealed class PodLifeSteps(ScenarioCluster cluster, EvidenceLog evidence)
{
    /// <summary>Waits until the pod is Ready, and fails early if it never can be; records nothing of its own.</summary>
    [Given("the pod {string} becomes Ready")]
    [When("the pod {string} becomes Ready")]
    [Then("the pod {string} becomes Ready")]
    public async Task BecomesReady(string name)
    {
        evidence.Kubectl($"wait -n {cluster.Namespace} pod/{name} --for=condition=Ready");
        await cluster.Await().One<V1Pod>(name, cluster.Namespace).FailFast()
            .UntilAsync(pod => pod.IsReady(), $"pod {name} to be Ready", ScenarioCluster.StepLimit, cluster.Limit);
    }
}
