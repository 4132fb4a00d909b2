using Estaleiro.AddOns.Dns;
using Estaleiro.Api;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Runs;
using Estaleiro.Steps.Scenarios;
using Estaleiro.Steps.Workloads;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>Names in, addresses out: what the cluster's DNS tells pods.</summary>
[Binding]
public sealed class DnsSteps(
    ScenarioCluster cluster, PodResolver resolver, AddressOwners owners, AddressWords words, EvidenceLog evidence, Outcome outcome)
{
    /// <summary>
    /// Between two questions. A DNS server follows the API server within moments, and keeps what it said for some seconds; no object shows when it
    /// has caught up, so all that can be done is to ask again.
    /// </summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private bool isCorefileKept;

    /// <summary>
    /// Looks each name up from within the pod until the answer matches, in any order of its records; records whose addresses they are.
    /// Columns: question, type, answer.
    /// </summary>
    [Given("DNS comes to tell the pod {string}:")]
    [When("DNS comes to tell the pod {string}:")]
    [Then("DNS comes to tell the pod {string}:")]
    [Given("o DNS passa a responder ao Pod {string}:")]
    [When("o DNS passa a responder ao Pod {string}:")]
    [Then("o DNS passa a responder ao Pod {string}:")]
    public async Task DnsTells(string pod, DataTable table)
    {
        var told = new OutcomeTable("question", "type", "answer", "whose address");
        foreach (var row in table.Rows)
        {
            var query = new DnsQuery(await words.FillInAsync(row["question"]), row["type"]);
            var wanted = await words.FillInAsync(row["answer"]);
            var expected = string.Join(", ", wanted.Split(',', StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal));
            evidence.Kubectl($"exec -n {cluster.Namespace} {pod} -- nslookup -type={query.Type.ToLowerInvariant()} {query.Name}");
            var printed = "";
            var found = await UntilAsync(
                $"DNS to tell the pod {pod} about {query.Name} {query.Type}: {expected}",
                async limit =>
                {
                    (var answer, printed) = await resolver.LookUpAsync(pod, query, limit);
                    return answer;
                },
                answer => answer == expected,
                last => $"DNS told the pod {pod} about {query.Name} {query.Type}: {last}. Expected: {expected}.");
            evidence.Note(printed);

            // Several answers come in any order; the outcome has the spec's, whatever the addresses are.
            told.Add(row["question"], query.Type, wanted, await owners.DescribeAsync(found));
        }

        outcome.Add("DNS answers", told);
        await KeepCorefileAsync();
    }

    /// <summary>Where CoreDNS answers, as on k3s, its configuration is beside the answers.</summary>
    private async Task KeepCorefileAsync()
    {
        if (isCorefileKept)
        {
            return;
        }

        isCorefileKept = true;
        var answer = await cluster.Api.SendAsync(HttpMethod.Get, "/api/v1/namespaces/kube-system/configmaps/coredns", null, MediaTypes.Json, cluster.Limit);
        if (answer.IsSuccess && FieldPath.Read(answer.Body, "data.Corefile") is { } corefile)
        {
            evidence.Kubectl("get configmap -n kube-system coredns -o jsonpath='{.data.Corefile}'");
            await evidence.AttachAsync("Corefile.txt", corefile, cluster.Limit);
        }
    }

    /// <summary>The first answer is looked at: one that a cache hands out has aged.</summary>
    [Then("the pod {string} may keep these answers for so many seconds:")]
    public async Task MayKeep(string pod, DataTable table)
    {
        var kept = new OutcomeTable("question", "type", "seconds", "records", "code");
        foreach (var row in table.Rows)
        {
            var query = new DnsQuery(await words.FillInAsync(row["question"]), row["type"]);
            var reply = await FirstReplyAsync(pod, query, reply => reply.Answers.Count > 0, "records");
            var seconds = string.Join(", ", reply.Answers.Select(record => record.TimeToLive).Distinct().Order());
            Assert.True(
                seconds == row["seconds"], $"The answer to {query.Name} {query.Type} may be kept for {seconds} s, expected {row["seconds"]} s.");
            kept.Add(row["question"], query.Type, seconds, $"{reply.Answers.Count}", reply.Code);
        }

        outcome.Add("times to live", kept);
    }

    /// <summary>
    /// Shows that an answer too long for a datagram is cut short by UDP and complete by TCP; records the number of records by TCP.
    /// Columns: question, type.
    /// </summary>
    [Then("by {string} the pod {string} is told {int} records, by {string} fewer, but some:")]
    public async Task IsToldWhole(string whole, string pod, int count, string part, DataTable question)
    {
        var row = Assert.Single(question.Rows);
        var query = new DnsQuery(await words.FillInAsync(row["question"]), row["type"]);
        Assert.Equal(("TCP", "UDP"), (whole, part));
        var reply = await FirstReplyAsync(pod, query, reply => reply.Answers.Count == count, $"{count} records");
        Assert.False(reply.IsCutShort, $"The answer to {query.Name} by TCP says that it was cut short, with {reply.Answers.Count} records.");
        evidence.Kubectl($"exec -n {cluster.Namespace} {pod} -- nslookup -type={query.Type.ToLowerInvariant()} {query.Name}");
        var (answer, _) = await resolver.LookUpAsync(pod, query, cluster.Limit);
        var byDatagram = answer.Split(", ");
        Assert.True(
            byDatagram.Length < count && byDatagram.All(data => reply.Answers.Any(record => record.Data == data)),
            $"By UDP the pod {pod} was told {byDatagram.Length} records ({answer}), expected some of the {count}, as many as fit into a datagram.");
        outcome.Add("records", new OutcomeTable("question", "by", "records", "cut short", "types")
            .Add(row["question"], whole, $"{reply.Answers.Count}", reply.IsCutShort ? "yes" : "no", string.Join(", ", reply.Answers.Select(record => record.Type).Distinct()))
            .Add(row["question"], part, byDatagram.Length < reply.Answers.Count ? "fewer" : "as many", "", ""));
    }

    /// <summary>Creates a headless Service with Endpoints of that many made-up addresses from 198.51.100.0/24; at most 254.</summary>
    [Given("the Service {string} stands for {int} addresses")]
    public async Task StandsForAddresses(string name, int count)
    {
        evidence.Kubectl($"apply -n {cluster.Namespace} -f - # Service and Endpoints {name}");
        var addresses = string.Join(", ", Enumerable.Range(1, count).Select(number => $"{{ip: 198.51.100.{number}}}"));
        foreach (var manifest in Manifest.Parse(
            $"""
            apiVersion: v1
            kind: Service
            metadata:
              name: {name}
            spec:
              clusterIP: None
              ports:
                - port: 80
            ---
            apiVersion: v1
            kind: Endpoints
            metadata:
              name: {name}
            subsets:
              - addresses: [{addresses}]
                ports:
                  - port: 80
            """))
        {
            await cluster.Api.ApplyAsync(manifest, cluster.Namespace, cluster.Limit);
        }
    }

    /// <summary>
    /// Checks that the answer has no records but the SOA of the zone, which lets resolvers cache the denial; records code and zone.
    /// Columns: question, type, code, zone.
    /// </summary>
    [Then("the answer to the pod {string} says which zone has no more to say:")]
    public async Task SaysWhichZone(string pod, DataTable table)
    {
        var zones = new OutcomeTable("question", "type", "code", "zone", "by", "records");
        foreach (var row in table.Rows)
        {
            var query = new DnsQuery(await words.FillInAsync(row["question"]), row["type"]);
            var reply = await FirstReplyAsync(pod, query, reply => reply.Code == row["code"], row["code"]);
            var zone = Assert.Single(reply.Authority);
            Assert.True(
                reply.Answers.Count == 0 && zone.Type == "SOA" && zone.Name == row["zone"],
                $"The answer to {query.Name} {query.Type} has {reply.Answers.Count} records and names {zone.Type} {zone.Name}; expected none, and SOA {row["zone"]}.");
            zones.Add(row["question"], query.Type, reply.Code, zone.Name, zone.Type, $"{reply.Answers.Count}");
        }

        outcome.Add("answers without records", zones);
    }

    private async Task<DnsReply> FirstReplyAsync(string pod, DnsQuery query, Func<DnsReply, bool> isWanted, string wanted)
    {
        evidence.Note($"# asked by TCP, from the pod {pod}: {query.Name} {query.Type}");
        DnsReply? last = null;
        await UntilAsync(
            $"DNS to tell the pod {pod} about {query.Name} {query.Type} by TCP: {wanted}",
            async limit =>
            {
                try
                {
                    last = await resolver.AskAsync(pod, query, limit);
                    return isWanted(last) ? "" : Describe(last);
                }
                catch (FormatException exception)
                {
                    return exception.Message;
                }
            },
            said => said.Length == 0,
            said => $"DNS told the pod {pod} about {query.Name} {query.Type} by TCP: {said}. Expected: {wanted}.");
        evidence.Note(Describe(last!));
        return last!;
    }

    private static string Describe(DnsReply reply) =>
        $"{reply.Code}, {reply.Answers.Count} records: {string.Join("; ", reply.Answers.Take(5).Select(record => $"{record.Name} {record.TimeToLive} {record.Type} {record.Data}"))}";

    private async Task<string> UntilAsync(string awaited, Func<CancellationToken, Task<string>> ask, Func<string, bool> isWanted, Func<string, string> describe)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cluster.Limit);
        limit.CancelAfter(SpecRun.Current.Scale(ScenarioCluster.StepLimit));
        using var waiting = cluster.Awaiting(awaited);
        var last = "nothing yet";
        try
        {
            while (true)
            {
                last = await ask(limit.Token);
                if (isWanted(last))
                {
                    return last;
                }

                await Task.Delay(Pause, limit.Token);
            }
        }
        catch (OperationCanceledException)
        {
            Assert.Fail(describe(last));
            throw;
        }
    }
}
