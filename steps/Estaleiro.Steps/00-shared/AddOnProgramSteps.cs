using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Estaleiro.AddOns.Dns;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Runs;
using Estaleiro.Steps.Scenarios;
using Estaleiro.Steps.Workloads;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>The kit's components as programs of their own.</summary>
[Binding]
public sealed partial class AddOnProgramSteps(AddOnProgram program, ScenarioCluster cluster, AddressWords words, EvidenceLog evidence, Outcome outcome)
{
    /// <summary>A pod's container has so long before it is killed (terminationGracePeriodSeconds).</summary>
    private static readonly TimeSpan GracePeriod = TimeSpan.FromSeconds(30);

    /// <summary>A resolver gives up after five seconds (https://man7.org/linux/man-pages/man5/resolv.conf.5.html), a busy machine's process may wait for so long.</summary>
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(20);

    /// <summary>As the IngressClass of the feature has it: no other controller's name.</summary>
    private const string ControllerName = "estaleiro.io/program";

    private IPEndPoint? dns;

    [AfterScenario(Order = 9000)]
    public async Task KeepWhatItSaid()
    {
        if (program.Log is { Length: > 0 } log)
        {
            await evidence.AttachAsync("program.log", log, CancellationToken.None);
        }
    }

    /// <summary>
    /// Starts the kit's Music controller as a process on this machine, for the scenario's namespace; its sound files are kept with the
    /// scenario's evidence.
    /// </summary>
    [Given("the Music controller {string} runs as a program of its own")]
    public void MusicControllerRuns(string identity) => program.Start(
        "music", "--namespace", cluster.Namespace, "--identity", identity, "--out", Path.Combine(evidence.OpenFolder(), identity));

    /// <summary>Starts the kit's DNS server as a process on a free local port and waits until it serves the cluster's domain.</summary>
    [Given("the DNS server runs as a program of its own")]
    public async Task DnsServerRuns()
    {
        program.Start("dns", "--listen", "127.0.0.1:0", "--cluster-domain", cluster.Cluster.Spec.ClusterDomain);
        var match = await UntilAnsweringAsync(Listening());
        dns = IPEndPoint.Parse(match.Groups["address"].Value);
    }

    /// <summary>
    /// Starts the kit's ingress controller as a process on free local ports; later request steps go to it, not to the cluster's own
    /// controller.
    /// </summary>
    [Given("the ingress controller runs as a program of its own, for the IngressClass {string}, and is asked from here on")]
    public async Task IngressControllerRuns(string ingressClass)
    {
        var listen = IPAddress.Loopback.ToString();
        program.Start(
            "ingress",
            ["--listen", listen, "--http-port", "0", "--https-port", "0", "--address", $"{cluster.Cluster.KitAddress}", "--class", cluster.Expand(ingressClass), "--controller", ControllerName]);
        var match = await UntilAnsweringAsync(Serving());
        program.Ingress = new(listen, PortOf("http"), PortOf("https"));

        int PortOf(string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// Asks the program by UDP and compares its answers; records the response code, whether the answer is authoritative, and the zone.
    /// Columns: question, type, answer.
    /// </summary>
    [Then("the program answers these questions:")]
    public async Task Answers(DataTable questions)
    {
        var server = dns ?? throw new InvalidOperationException("No DNS server was started.");
        var told = new OutcomeTable("question", "type", "answer", "code", "authoritative", "zone");
        foreach (var row in questions.Rows)
        {
            var query = new DnsQuery(await words.FillInAsync(row["question"]), row["type"]);
            var wanted = await words.FillInAsync(row["answer"]);
            evidence.Note($"$ nslookup -port={server.Port} -type={query.Type.ToLowerInvariant()} {query.Name} {server.Address}");
            var reply = await AskAsync(server, query);
            var answer = LookupAnswer.Read(reply, query.Type);
            Assert.True(answer == wanted, $"The program answered {answer} to {query.Name} {query.Type}, expected {wanted}.");
            var zone = string.Join(", ", reply.Authority.Select(record => $"{record.Type} {record.Name}"));
            told.Add(row["question"], query.Type, answer, reply.Code, reply.HasAuthority ? "yes" : "no", zone);
        }

        outcome.Add("answers of the program", told);
    }

    /// <summary>Sends a signal such as SIGTERM to the program; skipped on Windows, which has no signals.</summary>
    [When("the program is sent the signal {word}")]
    public async Task IsSent(string signal)
    {
        Skip.If(OperatingSystem.IsWindows(), $"Windows has no {signal}");
        await program.SignalAsync(signal);
    }

    /// <summary>
    /// Fails if the process runs on after a pod's grace period of 30 seconds or ends with another code; records the exit code.
    /// </summary>
    [Then("the program ends by itself, with the exit code {int}")]
    public async Task EndsByItself(int expected)
    {
        int found;
        try
        {
            found = await program.UntilEndedAsync(SpecRun.Current.Scale(GracePeriod));
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"The program still runs {GracePeriod.TotalSeconds} s after the signal. It said:\n{program.Log}");
        }

        Assert.True(found == expected, $"The program ended with the exit code {found}, expected {expected}. It said:\n{program.Log}");
        outcome.Add("the program ended", $"exit code {found}");
    }

    /// <summary>Until the program says where it answers.</summary>
    private async Task<Match> UntilAnsweringAsync(Regex where)
    {
        using var told = cluster.Awaiting("the program to answer");
        return await program.UntilSaysAsync(where, SpecRun.Current.Scale(ScenarioCluster.StepLimit));
    }

    /// <summary>Asks from this machine, by UDP. On its own loopback no datagram is lost; one that is not answered is the server's fault.</summary>
    private async Task<DnsReply> AskAsync(IPEndPoint server, DnsQuery query)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cluster.Limit);
        limit.CancelAfter(SpecRun.Current.Scale(AnswerLimit));
        using var socket = new UdpClient(server.AddressFamily);
        socket.Connect(server);
        await socket.SendAsync(query.ToMessage(), limit.Token);
        try
        {
            return DnsReply.Parse((await socket.ReceiveAsync(limit.Token)).Buffer);
        }
        catch (OperationCanceledException) when (!cluster.Limit.IsCancellationRequested)
        {
            throw new TimeoutException($"The program did not answer {query.Name} {query.Type} within {AnswerLimit.TotalSeconds:0} s. It said:\n{program.Log}");
        }
    }

    /// <summary>What the server says when it listens.</summary>
    [GeneratedRegex(@"answers for \S+ at (?<address>\S+)")]
    private static partial Regex Listening();

    /// <summary>What the ingress controller says when it has taken over what the API server knew.</summary>
    [GeneratedRegex(@"answers HTTP at port (?<http>\d+), HTTPS at port (?<https>\d+)")]
    private static partial Regex Serving();
}
