using System.Globalization;
using System.Text.Json.Nodes;
using Estaleiro.Clusters.Waiting;
using Estaleiro.Steps.Api;
using Estaleiro.Steps.Evidences;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Scenarios;
using k8s.Models;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>Jobs by the clock, without waiting for the clock.</summary>
[Binding]
public sealed class CronJobSteps(ScenarioCluster cluster, EvidenceLog evidence, Outcome outcome)
{
    private const string Before = "-before";

    /// <summary>The controller starts what should have started since the last time. Two minutes ago, with a schedule of every minute, is such a time.</summary>
    [When("the CronJob {string} is due")]
    public async Task IsDue(string name)
    {
        var status = new JsonObject { ["lastScheduleTime"] = DateTime.UtcNow.AddMinutes(-2).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) };
        await PatchStatus(name, status);
    }

    /// <summary>The Job that the controller would have made the last time, and the CronJob's status as the controller would have left it.</summary>
    [Given("the last Job of the CronJob {string} still runs")]
    public async Task TheLastJobStillRuns(string name)
    {
        var path = await PathOf(name);
        var cronJob = await cluster.Api.GetAsync(path, cluster.Limit);
        var job = new JsonObject
        {
            ["apiVersion"] = "batch/v1",
            ["kind"] = "Job",
            ["metadata"] = new JsonObject
            {
                ["name"] = name + Before,
                ["ownerReferences"] = new JsonArray(new JsonObject
                {
                    ["apiVersion"] = cronJob["apiVersion"]!.DeepClone(),
                    ["kind"] = "CronJob",
                    ["name"] = name,
                    ["uid"] = cronJob["metadata"]!["uid"]!.DeepClone(),
                    ["controller"] = true,
                }),
            },
            ["spec"] = cronJob["spec"]!["jobTemplate"]!["spec"]!.DeepClone(),
        };
        evidence.Kubectl($"create -n {cluster.Namespace} job {name}{Before} --from=cronjob/{name}");
        var made = await cluster.Api.ApplyAsync(job, cluster.Namespace, cluster.Limit);

        // A controller that listed Jobs before this one was there and CronJobs after the next line would strike it off again.
        await cluster.Cluster.Await().One<V1Job>(name + Before, cluster.Namespace).UntilAsync(
            found => found.Status?.Active > 0, $"the Job {name}{Before} to have a pod", ScenarioCluster.StepLimit, cluster.Limit);
        await PatchStatus(name, new JsonObject
        {
            ["active"] = new JsonArray(new JsonObject
            {
                ["apiVersion"] = "batch/v1",
                ["kind"] = "Job",
                ["name"] = name + Before,
                ["namespace"] = cluster.Namespace,
                ["uid"] = made["metadata"]!["uid"]!.DeepClone(),
            }),
        });
    }

    [Then("the CronJobs come to have these Jobs:")]
    public async Task ComeToHave(DataTable expected)
    {
        evidence.Kubectl($"get -n {cluster.Namespace} jobs --watch");
        (string CronJob, string Last, string New)[] wanted = [.. expected.Rows.Select(row => (row["CronJob"], row["last Job"], row["new Jobs"]))];
        await cluster.Cluster.Await().All<V1Job>(cluster.Namespace).UntilAsync(
            jobs => wanted.All(one => Describe(one.CronJob, jobs) == one),
            $"the CronJobs to have {string.Join("; ", wanted.Select(one => $"{one.CronJob}: the last Job {one.Last}, {one.New} new"))}",
            ScenarioCluster.StepLimit,
            cluster.Limit);
        var table = new OutcomeTable("CronJob", "last Job", "new Jobs");
        foreach (var (cronJob, last, fresh) in wanted)
        {
            table.Add(cronJob, last, fresh);
        }

        outcome.Add("Jobs", table);
    }

    private static (string CronJob, string Last, string New) Describe(string cronJob, IEnumerable<V1Job> jobs)
    {
        var own = jobs.Where(job => job.Metadata.OwnerReferences is { } owners && owners.Any(owner => owner.Name == cronJob)).ToArray();
        var last = own.Any(job => job.Metadata.Name == cronJob + Before && job.Metadata.DeletionTimestamp is null);
        return (cronJob, last ? "runs on" : "is gone", $"{own.Count(job => job.Metadata.Name != cronJob + Before)}");
    }

    private async Task PatchStatus(string name, JsonObject status)
    {
        var path = $"{await PathOf(name)}/status";
        var patch = new JsonObject { ["status"] = status }.ToJsonString();
        evidence.Kubectl($"patch -n {cluster.Namespace} cronjob {name} --subresource=status --type=merge -p '{patch}'");
        var answer = await cluster.Api.SendAsync(HttpMethod.Patch, path, patch, MediaTypes.MergePatch, cluster.Limit);
        Assert.True(answer.IsSuccess, $"The API server answered {answer.Line} to PATCH {path}: {answer.Message}");
    }

    private async Task<string> PathOf(string name) =>
        (await cluster.Api.ResourceOfKindAsync("CronJob", cluster.Limit)).PathOf(cluster.Namespace, name);
}
