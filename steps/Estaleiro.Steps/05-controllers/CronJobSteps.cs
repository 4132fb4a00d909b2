using System.Globalization;
using System.Text.Json.Nodes;
using Estaleiro.Api;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Scenarios;
using k8s.Models;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>Jobs by the clock, mostly without waiting for the clock.</summary>
[Binding]
public sealed class CronJobSteps(ScenarioCluster cluster, EventReports events, EvidenceLog evidence, Outcome outcome)
{
    private const string Before = "-before";
    private const string IsGone = "is gone";

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
        await cluster.Await().One<V1Job>(name + Before, cluster.Namespace).UntilAsync(
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

    /// <summary>
    /// Waits until every CronJob's last Job and number of new Jobs match; records the Jobs and the events that tell of them. Columns:
    /// CronJob, new Jobs and, if wanted, last Job.
    /// </summary>
    [Then("the CronJobs come to have these Jobs:")]
    public async Task ComeToHave(DataTable expected)
    {
        evidence.Kubectl($"get -n {cluster.Namespace} jobs --watch");
        var hasLast = expected.ContainsColumn("last Job");
        (string CronJob, string Last, string New)[] wanted = [.. expected.Rows.Select(row => (row["CronJob"], hasLast ? row["last Job"] : IsGone, row["new Jobs"]))];
        var found = await cluster.Await().All<V1Job>(cluster.Namespace).UntilAsync(
            jobs => wanted.All(one => Describe(one.CronJob, jobs) == one),
            $"the CronJobs to have {string.Join("; ", wanted.Select(one => $"{one.CronJob}: the last Job {one.Last}, {one.New} new"))}",
            ScenarioCluster.StepLimit,
            cluster.Limit);
        var told = await events.UntilToldAsync("CronJob", [.. wanted.Where(one => one.New != "0").Select(one => (one.CronJob, "SuccessfulCreate"))]);
        var table = new OutcomeTable("CronJob", "last Job", "new Jobs", "each with pods", "told by");
        foreach (var one in wanted.Select(one => Describe(one.CronJob, found)))
        {
            var pods = found.Where(job => IsNewOf(job, one.CronJob))
                .Select(job => $"{job.Spec.Completions} × {job.Spec.Template.Spec.RestartPolicy}").Distinct();
            table.Add(one.CronJob, one.Last, one.New, string.Join(", ", pods.DefaultIfEmpty("none")), told.GetValueOrDefault(one.CronJob, "nobody"));
        }

        outcome.Add("Jobs", table);
    }

    /// <summary>
    /// By the API server's clock: the minutes are those that begin after the CronJob was made. The Job may come late in its minute, as the
    /// controller of before Kubernetes 1.21 looks every ten seconds, but not in another.
    /// </summary>
    [Then("the CronJob {string} makes one Job in each of the next {int} minutes")]
    public async Task MakesAJobInEachMinute(string name, int minutes)
    {
        evidence.Kubectl($"get -n {cluster.Namespace} jobs --watch --sort-by=.metadata.creationTimestamp");
        var cronJob = await cluster.Api.GetAsync(await PathOf(name), cluster.Limit);
        var first = MinuteOf(DateTime.Parse(
            FieldPath.Read(cronJob, "metadata.creationTimestamp")!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal)).AddMinutes(1);
        IReadOnlyList<V1Job> jobs = [];
        for (var minute = 1; minute <= minutes; minute++)
        {
            jobs = await cluster.Await().All<V1Job>(cluster.Namespace).UntilAsync(
                all => all.Count(job => IsOf(job, name)) >= minute, $"Job {minute} of the CronJob {name}", ScenarioCluster.StepLimit, cluster.Limit);
            DateTime[] found = [.. jobs.Where(job => IsOf(job, name)).Select(job => MinuteOf(job.Metadata.CreationTimestamp!.Value)).Order()];
            DateTime[] wanted = [.. Enumerable.Range(0, minute).Select(number => first.AddMinutes(number))];
            Assert.True(found.SequenceEqual(wanted), $"The CronJob {name} made Jobs at {Print(found)}, expected one at each of {Print(wanted)}.");
        }

        var told = await events.UntilToldAsync("CronJob", (name, "SuccessfulCreate"));
        outcome.Add($"Jobs of {name}", jobs.Where(job => IsOf(job, name)).OrderBy(job => job.Metadata.CreationTimestamp).Aggregate(
            new OutcomeTable("minute", "owner", "told by"),
            (table, job) => table.Add(
                $"{(MinuteOf(job.Metadata.CreationTimestamp!.Value) - first).TotalMinutes:0}", job.Metadata.OwnerReferences[0].Kind, told[name])));
    }

    private static DateTime MinuteOf(DateTime time) => new(time.Year, time.Month, time.Day, time.Hour, time.Minute, 0, DateTimeKind.Utc);

    private static string Print(IEnumerable<DateTime> minutes) =>
        string.Join(", ", minutes.Select(minute => minute.ToString("HH:mm", CultureInfo.InvariantCulture)));

    private static bool IsOf(V1Job job, string cronJob) => job.Metadata.OwnerReferences is { } owners && owners.Any(owner => owner.Name == cronJob);

    private static bool IsNewOf(V1Job job, string cronJob) => IsOf(job, cronJob) && job.Metadata.Name != cronJob + Before;

    private static (string CronJob, string Last, string New) Describe(string cronJob, IEnumerable<V1Job> jobs)
    {
        var own = jobs.Where(job => IsOf(job, cronJob)).ToArray();
        var last = own.Any(job => job.Metadata.Name == cronJob + Before && job.Metadata.DeletionTimestamp is null);
        return (cronJob, last ? "runs on" : IsGone, $"{own.Count(job => IsNewOf(job, cronJob))}");
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
