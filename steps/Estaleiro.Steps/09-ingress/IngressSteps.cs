using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Estaleiro.Clusters.Waiting;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Scenarios;
using Estaleiro.Steps.Workloads;
using k8s;
using k8s.Models;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>What somebody outside the cluster gets from the hosts that Ingresses name.</summary>
[Binding]
public sealed class IngressSteps(
    ScenarioCluster cluster, PodShell shell, AddOnProgram program, EvidenceLog evidence, Outcome outcome, Names names) : IAsyncDisposable
{
    private const string NotFound = "404";
    private const string AnyOther = "another";

    /// <summary>How long an ingress controller may take to do as its Ingresses say, unscaled: seconds, as documented, on a machine that has other work too.</summary>
    private static readonly TimeSpan TakeOverLimit = TimeSpan.FromSeconds(30);

    /// <summary>After so long it is worth a look whether the pods that are to answer can.</summary>
    private static readonly TimeSpan Suspicious = TimeSpan.FromSeconds(2);

    /// <summary>How often what came to hold is asked again, to see that it stays.</summary>
    private const int Confirmations = 3;

    /// <summary>How many ask at a time where there are many hosts: more would only wait for the one echo server.</summary>
    private const int Askers = 4;

    private static readonly IReadOnlyList<KeyValuePair<string, string>> NoHeaders = [];

    private readonly HashSet<string> certificates = new(StringComparer.Ordinal);
    private SteadyCallers? callers;
    private string? asked;
    private EchoAnswer? seen;

    private IngressCaller Caller => new(program.Ingress ?? cluster.Cluster.IngressEndpoint
        ?? throw new InvalidOperationException("Nothing says where this cluster's ingress controller is: tag the feature @requires-ingress."));

    /// <summary>Creates a Service and one echo server of the same name behind it, and waits until it can answer.</summary>
    [Given("the Service {string} with an echo server behind it")]
    [Given("o Service {string} com um echo server por trás")]
    public Task AService(string name) => StartAsync([(name, 1)]);

    /// <summary>Creates a Service with that many echo servers behind it and waits until they can answer.</summary>
    [Given("the Service {string} with {int} echo servers behind it")]
    public Task AServiceWithMany(string name, int count) => StartAsync([(name, count)]);

    /// <summary>
    /// Creates several Services, each with one echo server of its name, and waits until they can answer. Column: service.
    /// </summary>
    [Given("these Services, each with an echo server behind it:")]
    public Task TheseServices(DataTable services) => StartAsync([.. services.Rows.Select(row => (row["service"], 1))]);

    /// <summary>
    /// Makes a certificate for the host, with a key of 2048 bits, and writes it to a TLS Secret; later steps know it by its name.
    /// </summary>
    [Given("the Secret {string} holds the certificate {string} for {string}")]
    [When("the Secret {string} holds the certificate {string} for {string}")]
    public Task TheSecretHolds(string secret, string name, string host) => KeepCertificate(secret, name, host, 2048);

    /// <summary>Does the same with a shorter key, which a controller may refuse to serve.</summary>
    [Given("the Secret {string} holds the certificate {string} for {string}, with a key of only {int} bits")]
    public Task TheSecretHoldsAWeakOne(string secret, string name, string host, int bits) => KeepCertificate(secret, name, host, bits);

    /// <summary>
    /// Asks until every request is answered as expected; records who answered. Columns: request, answer and, if wanted, certificate.
    /// </summary>
    [Given("these requests are answered:")]
    [When("these requests are answered:")]
    [Then("these requests are answered:")]
    [Given("estas requisições são respondidas:")]
    [When("estas requisições são respondidas:")]
    [Then("estas requisições são respondidas:")]
    public async Task TheseRequestsAreAnswered(DataTable expected)
    {
        var hasCertificates = expected.Header.Contains("certificate");
        (string Request, string Answer, string? Certificate)[] wanted =
            [.. expected.Rows.Select(row => (cluster.Expand(row["request"]), row["answer"], hasCertificates ? row["certificate"] : null))];
        outcome.Add("answers", Table(await ComeToBeAnswered(wanted), hasCertificates));
    }

    /// <summary>Asks until the paths (separated by commas) are answered by the Service, or with 404; records every answer.</summary>
    [Then("of {string} these paths are answered by {string}: {string}, and these are not found: {string}")]
    public async Task OfTheHostThesePaths(string host, string service, string answered, string notFound)
    {
        var url = $"http://{cluster.Expand(host)}";
        (string Request, string Answer, string? Certificate)[] wanted =
        [
            .. Split(answered).Select(path => ($"{url}{path}", service, (string?)null)),
            .. Split(notFound).Select(path => ($"{url}{path}", NotFound, (string?)null)),
        ];
        outcome.Add("answers", Table(await ComeToBeAnswered(wanted)));
    }

    /// <summary>
    /// Waits for a first good answer and then keeps asking in the background until "not one of these requests has failed".
    /// </summary>
    [Given("somebody keeps requesting {string}, which {string} answers")]
    public async Task SomebodyKeepsRequesting(string url, string service)
    {
        url = cluster.Expand(url);
        await ComeToBeAnswered([(url, service, null)]);
        var caller = Caller;
        callers = new(token => caller.AskAsync(url, NoHeaders, token), service, cluster.Limit);
        asked = url;
    }

    /// <summary>Asks once and expects the connection to be refused; records status and connection.</summary>
    [Then("nobody answers {string} any more")]
    public async Task NobodyAnswers(string url)
    {
        url = cluster.Expand(url);
        Kubectl(url);
        var answer = await Caller.AskAsync(url, NoHeaders, cluster.Limit);
        Assert.True(answer.IsRefused, $"{names.Replace(url)} is answered by {answer.By}, expected the connection to be refused.");
        outcome.Add("answers in the end", new OutcomeTable("request", "status", "connection")
            .Add(url, answer.Status is { } status ? $"{(int)status}" : "none", answer.IsRefused ? "refused" : "accepted"));
    }

    /// <summary>
    /// Stops the background requests and checks that all succeeded, with more than 20 made; records the number of failures.
    /// </summary>
    [Then("not one of these requests has failed")]
    public async Task NotOneHasFailed()
    {
        var (count, slowest, failures) = await (callers ?? throw new InvalidOperationException("Nobody keeps requesting anything.")).StopAsync();
        evidence.Note(string.Create(CultureInfo.InvariantCulture, $"{count} requests, {failures.Count} failed; the slowest took {slowest.TotalSeconds:0.000} s.\n{string.Join('\n', failures)}"));
        Assert.True(
            failures.Count == 0,
            $"Of {count} requests to {names.Replace(asked!)} {failures.Count} failed; the first: {string.Join("; ", failures.Take(5))}.");
        Assert.True(count > 20, $"Only {count} requests were made: that shows nothing.");
        outcome.Add("while it changed", new OutcomeTable("requests to", "failed").Add(asked!, $"{failures.Count}"));
    }

    /// <summary>Keeps asking until exactly that many different pods have answered; records their owners and readiness.</summary>
    [When("requests for {string} have been answered by {int} different pods")]
    [Then("requests for {string} are answered by {int} different pods")]
    public async Task ReachPods(string url, int count)
    {
        url = cluster.Expand(url);
        Kubectl(url);
        var addresses = new HashSet<string>(StringComparer.Ordinal);
        var caller = Caller;
        await Within($"{names.Replace(url)} to be answered by {count} different pods", [], async token =>
        {
            var answer = await caller.AskAsync(url, NoHeaders, token);
            if (answer.Echo is { } echo)
            {
                addresses.Add(echo["pod_ip"]);
            }

            return addresses.Count == count
                ? null
                : $"{names.Replace(url)} was answered by {addresses.Count} pods ({names.Replace(string.Join(", ", addresses))}), expected {count}; the last answer came from {answer.By}";
        });
        var pods = await cluster.Cluster.Client.CoreV1.ListNamespacedPodAsync(cluster.Namespace, cancellationToken: cluster.Limit);
        outcome.Add("spread", pods.Items.Where(pod => addresses.Contains(pod.Status?.PodIP ?? ""))
            .CountBy(pod => (Owner: pod.Metadata.OwnerReferences?[0].Kind ?? "nobody", IsReady: pod.IsReady()))
            .Aggregate(
                new OutcomeTable("pods that answered", "owner", "Ready"),
                (table, group) => table.Add($"{group.Value}", group.Key.Owner, group.Key.IsReady ? "yes" : "no")));
    }

    /// <summary>Asks until an echo server answers and keeps what it saw of the request for later steps. Columns: header, value.</summary>
    [When("{string} is requested with these headers:")]
    public async Task IsRequestedWithHeaders(string url, DataTable headers)
    {
        url = cluster.Expand(url);
        Kubectl(url);
        var sent = headers.Rows.Select(row => KeyValuePair.Create(row["header"], row["value"])).ToArray();
        var caller = Caller;
        await Within($"{names.Replace(url)} to be answered by an echo server", [], async token =>
        {
            var answer = await caller.AskAsync(url, sent, token);
            seen = answer.Status == HttpStatusCode.OK ? answer.Echo : null;
            return seen is null ? $"{names.Replace(url)} is answered by {answer.By}, expected an echo server" : null;
        });
    }

    /// <summary>
    /// Words that stand for values: <c>an address</c>, <c>an address of the cluster</c> (a node's, or one of the range that a node gives to its pods).
    /// </summary>
    [Then("the echo server has seen:")]
    public async Task TheEchoServerHasSeen(DataTable expected)
    {
        var server = seen ?? throw new InvalidOperationException("No echo server was asked yet.");
        var table = new OutcomeTable("value", "is");
        foreach (var row in expected.Rows)
        {
            var value = server[row["value"]];
            var holds = row["is"] switch
            {
                "an address" => IPAddress.TryParse(value, out _),
                "an address of the cluster" => await IsOfTheClusterAsync(value),
                var text => value == cluster.Expand(text),
            };
            Assert.True(holds, $"The echo server saw {row["value"]}={value}, expected {row["is"]}.");
            table.Add(row["value"], row["is"] is "an address" or "an address of the cluster" ? row["is"] : value);
        }

        foreach (var further in ((string[])["pod_name", "command", "request_version", "host"]).Except(expected.Rows.Select(row => row["value"])))
        {
            table.Add(further, server[further]);
        }

        outcome.Add("the echo server saw", table);
    }

    /// <summary>
    /// Waits for an address in the Ingress's status and asks it from within the pod, by the Host header; records who answered.
    /// </summary>
    [Then("the Ingress {string} comes to name its address, where the pod {string} asks for {string} and is answered by {string}")]
    public async Task ComesToNameItsAddress(string name, string pod, string host, string service)
    {
        evidence.Kubectl($"get -n {cluster.Namespace} ingress {name} -o jsonpath='{{.status.loadBalancer.ingress[*].ip}}' --watch");
        var ingress = await cluster.Await().One<V1Ingress>(name, cluster.Namespace).UntilAsync(
            found => found.Status?.LoadBalancer?.Ingress is { Count: > 0 }, $"an address in the status of the Ingress {name}", ScenarioCluster.StepLimit, cluster.Limit);
        foreach (var address in ingress.Status.LoadBalancer.Ingress.Select(item => item.Ip ?? item.Hostname))
        {
            host = cluster.Expand(host);
            string[] command = ["timeout", "10", "wget", "-q", "-O", "-", "--header", $"Host: {host}", $"http://{address}/"];
            evidence.Kubectl($"exec -n {cluster.Namespace} {pod} -- wget -qO- --header 'Host: {host}' http://{address}/");
            await Within($"{pod} to be answered by {service} at {address}", [service], async token =>
            {
                var result = await shell.ExecuteAsync(pod, command, token);
                var by = EchoAnswer.ParseAll(result.Output) is [var echo, ..] ? echo.PodName : result.Error.Trim();
                return by == service ? null : $"The pod {pod} asked {address} for {names.Replace(host)} and was answered by '{by}', expected {service}";
            });
        }

        outcome.Add("answers", new OutcomeTable("address of", "host", "asked by", "answered by").Add($"Ingress {name}", host, pod, service));
    }

    /// <summary>Hands the Ingress over to the cluster's default IngressClass, whatever its name is.</summary>
    [When("the Ingress {string} gets the class of the cluster's own controller")]
    public async Task GetsTheClass(string name)
    {
        var classes = await cluster.Cluster.Client.NetworkingV1.ListIngressClassAsync(cancellationToken: cluster.Limit);
        var own = classes.Items.Single(item => item.Metadata.Annotations?.TryGetValue("ingressclass.kubernetes.io/is-default-class", out var value) == true && value == "true");
        evidence.Kubectl($"patch -n {cluster.Namespace} ingress {name} --type=merge -p '{{\"spec\":{{\"ingressClassName\":\"{own.Metadata.Name}\"}}}}'");
        var patch = new
        {
            metadata = new { annotations = new Dictionary<string, string?> { ["kubernetes.io/ingress.class"] = null } },
            spec = new { ingressClassName = own.Metadata.Name },
        };
        await cluster.Cluster.Client.NetworkingV1.PatchNamespacedIngressAsync(
            new V1Patch(KubernetesJson.Serialize(patch), V1Patch.PatchType.MergePatch), name, cluster.Namespace, cancellationToken: cluster.Limit);
    }

    /// <summary>Waits for an event of that reason whose message contains the text; records its reporter, type and subject.</summary>
    [Then("the Ingress {string} gets the event {word}, which says {string}")]
    public async Task GetsTheEvent(string name, string reason, string text)
    {
        evidence.Kubectl($"get events -n {cluster.Namespace} --field-selector involvedObject.name={name},reason={reason}");
        text = cluster.Expand(text);
        var events = await cluster.Await()
            .All<Corev1Event>(cluster.Namespace, fieldSelector: $"involvedObject.kind=Ingress,involvedObject.name={name},reason={reason}")
            .UntilAsync(
                found => found.Any(item => item.Message.Contains(text, StringComparison.Ordinal)),
                $"an event {reason} of the Ingress {name} that says '{text}'",
                ScenarioCluster.StepLimit,
                cluster.Limit);
        evidence.Note(string.Join('\n', events.Select(item => item.Message)));
        var found = events.First(item => item.Message.Contains(text, StringComparison.Ordinal));
        outcome.Add($"events of Ingress {name}", new OutcomeTable("told by", "type", "about").Add(
            EventReports.Describe(found), found.Type, $"{found.InvolvedObject.Kind} in {found.InvolvedObject.ApiVersion}"));
    }

    /// <summary>
    /// Each block of the text (they are parted by empty lines) must come to be in the configuration as it is, line by line; indentation does not count.
    /// A host is answered as soon as one of its pods is known, and the others may follow.
    /// </summary>
    [Then("HAProxy's configuration holds:")]
    public async Task TheConfigurationHolds(string text)
    {
        var node = cluster.Cluster.Nodes[0];
        const string Path = "/var/lib/estaleiro/haproxy/current/haproxy.cfg";
        evidence.Note($"On {node.Name}: cat {Path}");
        var blocks = text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Select(block => string.Join('\n', Lines(block))).ToArray();
        string? configuration = null;
        var own = "";
        try
        {
            await Within("HAProxy's configuration to hold what it should", [], async token =>
            {
                var result = await node.ExecuteAsync(["cat", Path], token);
                if (result.ExitCode != 0)
                {
                    return $"{node.Name} has no {Path}: {result.Error.Trim()}";
                }

                // The namespace is a part of longer names here, which are no words of their own.
                configuration = result.Output;
                var all = string.Join('\n', Lines(names.Replace(configuration.Replace(cluster.Namespace, "{namespace}", StringComparison.Ordinal))));
                own = Own(all);
                return blocks.FirstOrDefault(block => !$"\n{all}\n".Contains($"\n{block}\n", StringComparison.Ordinal)) is { } missing
                    ? $"HAProxy's configuration does not hold\n{missing}\nIt is:\n{Own(all)}"
                    : null;
            });
        }
        finally
        {
            if (configuration is not null)
            {
                await evidence.AttachAsync("haproxy.cfg", configuration, CancellationToken.None);
            }
        }

        outcome.Add("haproxy.cfg", own + "\n");
    }

    /// <summary>Creates numbered Ingresses, each with a host of its own, eight at a time; does not wait for the controller.</summary>
    [When("{int} Ingresses at once lead hosts of their own to the Service {string}")]
    public async Task ManyIngresses(int count, string service)
    {
        var began = TimeProvider.System.GetTimestamp();
        await Parallel.ForEachAsync(Enumerable.Range(1, count), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cluster.Limit }, async (number, token) =>
            await cluster.Cluster.Client.NetworkingV1.CreateNamespacedIngressAsync(Numbered(number, service), cluster.Namespace, cancellationToken: token));
        evidence.Note($"{count} Ingresses created in {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0.0} s.");
    }

    /// <summary>Asks each numbered host, several at a time, until the Service answers; records how many were answered.</summary>
    [Then("each of the {int} hosts is answered by {string}")]
    public async Task EachHostIsAnswered(int count, string service)
    {
        var began = TimeProvider.System.GetTimestamp();
        var caller = Caller;
        var answered = 0;
        var askers = new ParallelOptions { MaxDegreeOfParallelism = Askers, CancellationToken = cluster.Limit };
        await Parallel.ForEachAsync(Enumerable.Range(1, count), askers, async (number, _) =>
            await Within($"host {number} of {count} to be answered by {service}", [service], async token =>
            {
                var answer = await caller.AskAsync($"http://{HostOf(number)}/", NoHeaders, token);
                if (answer.By == service)
                {
                    Interlocked.Increment(ref answered);
                }

                return answer.By == service ? null : $"host {number} of {count} is answered by {answer.By}, expected {service}";
            }));

        evidence.Note($"All answered {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0.0} s after the last was created, {count} requests included.");
        var pods = await cluster.Cluster.Client.CoreV1.ListNamespacedPodAsync(
            cluster.Namespace, labelSelector: $"app={service}", cancellationToken: cluster.Limit);
        var ingresses = await cluster.Cluster.Client.NetworkingV1.ListNamespacedIngressAsync(cluster.Namespace, cancellationToken: cluster.Limit);
        outcome.Add("answers", new OutcomeTable("Ingresses", "hosts that were answered", "by pods").Add(
            $"{ingresses.Items.Count}", $"{answered}", $"{pods.Items.Count(pod => pod.IsReady())}"));
    }

    public async ValueTask DisposeAsync()
    {
        if (callers is not null)
        {
            await callers.DisposeAsync();
        }
    }

    private static string[] Split(string cell) => cell.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Select(line => line.Trim());

    /// <summary>The part of the configuration that is about the scenario.</summary>
    /// <summary>
    /// The lines that name something of the scenario. The servers of a backend are in the order of their addresses, which pods get by chance:
    /// here they are in the order of their names.
    /// </summary>
    private static string Own(string all)
    {
        var lines = all.Split('\n')
            .Where(line => line.Contains("{namespace}", StringComparison.Ordinal) || line.Contains("ip of", StringComparison.Ordinal)).ToList();
        for (var first = 0; first < lines.Count; first++)
        {
            var servers = lines.Skip(first).TakeWhile(line => line.StartsWith("server ", StringComparison.Ordinal)).Count();
            lines.Sort(first, servers, StringComparer.Ordinal);
            first += servers;
        }

        return string.Join('\n', lines);
    }

    private string HostOf(int number) => string.Create(CultureInfo.InvariantCulture, $"host-{number}.{cluster.Namespace}.example");

    private V1Ingress Numbered(int number, string service) => new()
    {
        ApiVersion = "networking.k8s.io/v1",
        Kind = "Ingress",
        Metadata = new() { Name = $"host-{number}" },
        Spec = new()
        {
            Rules =
            [
                new()
                {
                    Host = HostOf(number),
                    Http = new() { Paths = [new() { Path = "/", PathType = "Prefix", Backend = new() { Service = new() { Name = service, Port = new() { Number = 8080 } } } }] },
                },
            ],
        },
    };

    private void Kubectl(string url)
    {
        var at = cluster.Cluster.IngressEndpoint;
        var port = url.StartsWith("https:", StringComparison.Ordinal) ? at?.HttpsPort : at?.HttpPort;
        evidence.Note($"$ curl --connect-to ::{at?.Host}:{port} {url}");
    }

    /// <summary>
    /// A controller takes an Ingress over within seconds, and no object says when. So it is waited, with a limit, until every request is answered as
    /// expected, all of them at once; from then on each must stay so.
    /// </summary>
    /// <returns>The last answers.</returns>
    private async Task<List<(string Request, IngressAnswer Answer)>> ComeToBeAnswered((string Request, string Answer, string? Certificate)[] wanted)
    {
        var last = new List<(string Request, IngressAnswer Answer)>();
        foreach (var (request, _, _) in wanted)
        {
            Kubectl(request);
        }

        var others = wanted.Length == 1 ? "" : $", and {wanted.Length - 1} more to be answered as expected";
        await Within(
            $"{names.Replace(wanted[0].Request)} to be answered by {wanted[0].Answer}{others}", wanted.Select(one => one.Answer), token => FirstSurprise(wanted, last, token));
        for (var again = 0; again < Confirmations; again++)
        {
            var surprise = await FirstSurprise(wanted, last, cluster.Limit);
            Assert.True(surprise is null, $"{surprise}, though it had been answered as expected before.");
        }

        return last;
    }

    private OutcomeTable Table(List<(string Request, IngressAnswer Answer)> answers, bool hasCertificates = false)
    {
        string[] further = hasCertificates ? ["certificate"] : [];
        return answers.Aggregate(new OutcomeTable(["request", "status", "answered by", "seen there as", .. further]), (table, one) => table.Add(
        [
            one.Request,
            one.Answer.Status is { } status ? ((int)status).ToString(CultureInfo.InvariantCulture) : "none",
            one.Answer.Echo?.PodName ?? "the controller",
            one.Answer.Echo is { } echo ? $"{echo["command"]} {echo["request_uri"]}" : "",
            .. hasCertificates ? new[] { CertificateOf(one.Answer) } : [],
        ]));
    }

    private string CertificateOf(IngressAnswer answer) => answer.Certificate is not { } certificate ? "" : certificates.Contains(certificate) ? certificate : AnyOther;

    private async Task<string?> FirstSurprise(
        (string Request, string Answer, string? Certificate)[] wanted, List<(string Request, IngressAnswer Answer)> last, CancellationToken cancellationToken)
    {
        var caller = Caller;
        last.Clear();
        foreach (var (request, expected, certificate) in wanted)
        {
            var answer = await caller.AskAsync(request, NoHeaders, cancellationToken);
            last.Add((request, answer));
            if (answer.By != expected)
            {
                return $"{names.Replace(request)} is answered by {answer.By}, expected {expected}";
            }

            if (certificate is { Length: > 0 } && CertificateOf(answer) != certificate)
            {
                return $"{names.Replace(request)} shows the certificate {answer.Certificate}, expected {certificate}";
            }
        }

        return null;
    }

    /// <summary>Asks until nothing is surprising any more, or one of the Services that are to answer never will.</summary>
    private async Task Within(string awaited, IEnumerable<string> services, Func<CancellationToken, Task<string?>> findSurprise)
    {
        var began = TimeProvider.System.GetTimestamp();
        await using var pods = new PodsBehind(cluster, services);
        await Repeatedly.LookAsync(
            cluster,
            async token =>
            {
                var surprise = await findSurprise(token);
                if (surprise is not null && TimeProvider.System.GetElapsedTime(began) > Suspicious)
                {
                    pods.ThrowAtDeadEnd();
                }

                return surprise;
            },
            TakeOverLimit,
            awaited);
    }

    private async Task<bool> IsOfTheClusterAsync(string address)
    {
        if (!IPAddress.TryParse(address, out var parsed) || parsed.AddressFamily != AddressFamily.InterNetwork)
        {
            return false;
        }

        var nodes = await cluster.Cluster.Client.CoreV1.ListNodeAsync(cancellationToken: cluster.Limit);
        return nodes.Items.Any(node => node.Status.Addresses.Any(item => item.Address == address)
            || (node.Spec.PodCIDR is { } range && IPNetwork.Parse(range).Contains(parsed)));
    }

    private async Task KeepCertificate(string secret, string name, string host, int bits)
    {
        var (certificate, key) = IngressCaller.MakeCertificate(name, cluster.Expand(host), bits);
        certificates.Add(name);
        evidence.Kubectl($"create -n {cluster.Namespace} secret tls {secret} --cert=tls.crt --key=tls.key");
        var manifest = new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Secret",
            ["metadata"] = new JsonObject { ["name"] = secret },
            ["type"] = "kubernetes.io/tls",
            ["data"] = new JsonObject
            {
                ["tls.crt"] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(certificate)),
                ["tls.key"] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(key)),
            },
        };
        await cluster.Api.ApplyAsync(manifest, cluster.Namespace, cluster.Limit);
    }

    private async Task StartAsync((string Name, int Count)[] services)
    {
        await cluster.Api.ApplyAsync(await WorkloadFiles.ReadScriptAsync("echoserver", "echoserver/echoserver.sh", cluster.Limit), cluster.Namespace, cluster.Limit);
        foreach (var (name, count) in services)
        {
            evidence.Kubectl($"apply -n {cluster.Namespace} -f fixtures/workloads/echoserver-service.yaml # {name}");
            foreach (var manifest in await WorkloadFiles.ReadManifestAsync(
                "echoserver-service.yaml", cluster.Limit, ("NAME", name), ("REPLICAS", count.ToString(CultureInfo.InvariantCulture))))
            {
                await cluster.Api.ApplyAsync(WorkloadImages.Resolve(manifest, cluster.Cluster), cluster.Namespace, cluster.Limit);
            }
        }

        foreach (var (name, count) in services)
        {
            var pods = await cluster.Await().Pods(cluster.Namespace, $"app={name}").FailFast().UntilAsync(
                all => all.Count(pod => pod.IsReady()) == count, $"{count} echo servers {name} to be Ready", ScenarioCluster.StepLimit, cluster.Limit);
            PodNames.Give(names, name, pods);
        }
    }
}
