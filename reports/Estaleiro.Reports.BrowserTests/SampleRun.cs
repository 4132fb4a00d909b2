using System.Globalization;
using System.Text;
using System.Text.Json;
using Estaleiro.Reports.Html;
using Estaleiro.Reports.Messages;
using Estaleiro.Reports.Model;

namespace Estaleiro.Reports.BrowserTests;

/// <summary>A run's messages as a runner writes them, and the report made of them.</summary>
internal sealed class SampleRun
{
    private readonly StringBuilder lines = new();
    private long clock = 1_764_000_000;
    private int ids;

    internal SampleRun()
    {
        Write(new
        {
            meta = new
            {
                protocolVersion = "35.0.0",
                implementation = new { name = "Estaleiro.Specs", version = "0.1.0" },
                runtime = new { name = ".NET", version = "10.0" },
                os = new { name = "linux" },
                cpu = new { name = "X64" },
            },
        });
        Write(new { testRunStarted = new { id = "run", timestamp = Now() } });
    }

    /// <summary>One scenario of each kind, beside many that passed.</summary>
    internal static SampleRun Red(int passing = 4)
    {
        var run = new SampleRun();
        run.Feature("features/03-scheduler/Scheduler.feature", "Scheduler", "@scheduler",
        [
            new("Replicas run on different nodes", "FAILED", Message: """
                The outcome differs from its snapshot:
                --- Scheduler.Replicas.verified.yaml
                +++ Scheduler.Replicas.received.yaml
                @@ -1,2 +1,2 @@
                 web-1: node1
                -web-2: node2
                +web-2: node1
                """),
            new("A pod that asks for too much waits", "FAILED", Message: """
                Waited 30 s for the Pod web-1 to be Ready, in vain.
                Last state seen:
                  Pod web-1, owned by ReplicaSet web-7d9, owned by Deployment web:
                    status: {phase: Pending}
                Recent events:
                  FailedScheduling Pod/web-1: 0/2 nodes are available: 2 Insufficient cpu.
                """),
        ]);
        run.Feature("features/11-music/Music.feature", "Music", "@music", [new("Mario plays", "PASSED", Sound: true)]);
        run.Feature("features/10-dns/DNS.feature", "DNS", "@dns",
        [
            new("A service has a name", "SKIPPED", Message: "the cluster has no DNS service"),
            .. Enumerable.Range(1, passing).Select(number => new Sample(string.Create(CultureInfo.InvariantCulture, $"Name {number} is answered"), "PASSED")),
        ]);
        return run.End(success: false);
    }

    /// <summary>A green run with much evidence.</summary>
    internal static SampleRun Green(int scenarios)
    {
        var run = new SampleRun();
        run.Feature("features/03-scheduler/Scheduler.feature", "Scheduler", "@scheduler",
            [.. Enumerable.Range(1, scenarios).Select(number => new Sample(string.Create(CultureInfo.InvariantCulture, $"Scenario {number}"), "PASSED", Log: 100_000))]);
        return run.End(success: true);
    }

    /// <summary>A green run that took each component down.</summary>
    internal static SampleRun Outages()
    {
        var run = new SampleRun();
        run.Feature("features/12-outages/Outages.feature", "Outages", "@outages",
            [.. SampleOutages.All.Select(row => new Sample($"Without {row.Component}, {row.Manner}", "PASSED", Outage: row.ToJson()))]);
        return run.End(success: true);
    }

    /// <summary>Makes the report, in a folder of the test's own.</summary>
    internal async Task<string> WriteAsync(DirectoryInfo folder)
    {
        using var reader = new MessageReader(new MemoryStream(Encoding.UTF8.GetBytes(lines.ToString())));
        var path = Path.Combine(folder.FullName, "report.html");
        await using var file = File.Create(path);
        await HtmlReport.WriteAsync(TestRun.Load(reader), file, CancellationToken.None);
        return path;
    }

    private void Feature(string uri, string title, string tag, Sample[] samples)
    {
        var scenarios = samples.Select((sample, index) => (Sample: sample, Id: NewId(), Given: NewId(), Then: NewId(), Line: 5 + (index * 8))).ToList();
        Write(new
        {
            gherkinDocument = new
            {
                uri,
                comments = Array.Empty<object>(),
                feature = new
                {
                    location = new { line = 2 },
                    tags = new[] { new { location = new { line = 1 }, name = tag, id = NewId() } },
                    language = "en",
                    keyword = "Feature",
                    name = title,
                    description = "  What is this component for?\n  See https://kubernetes.io/docs/concepts/.",
                    children = scenarios.Select(one => new
                    {
                        scenario = new
                        {
                            location = new { line = one.Line },
                            tags = Array.Empty<object>(),
                            keyword = "Scenario",
                            name = one.Sample.Name,
                            description = "",
                            steps = new[]
                            {
                                new { location = new { line = one.Line + 1 }, keyword = "Given ", keywordType = "CONTEXT", text = "this manifest is applied:", id = one.Given },
                                new { location = new { line = one.Line + 4 }, keyword = "Then ", keywordType = "OUTCOME", text = "they run on these nodes:", id = one.Then },
                            },
                            examples = Array.Empty<object>(),
                            id = one.Id,
                        },
                    }),
                },
            },
        });
        foreach (var one in scenarios)
        {
            string pickle = NewId(), given = NewId(), then = NewId();
            Write(new
            {
                pickle = new
                {
                    id = pickle,
                    uri,
                    name = one.Sample.Name,
                    language = "en",
                    location = new { line = one.Line },
                    astNodeIds = new[] { one.Id },
                    tags = new[] { new { name = tag, astNodeId = one.Id } },
                    steps = new object[]
                    {
                        new { id = given, astNodeIds = new[] { one.Given }, type = "Context", text = "this manifest is applied:", argument = new { docString = new { mediaType = "yaml", content = "kind: Deployment\nmetadata:\n  name: web" } } },
                        new { id = then, astNodeIds = new[] { one.Then }, type = "Outcome", text = "they run on these nodes:", argument = new { dataTable = new { rows = new[] { Row("pod", "node"), Row("web-1", "node1") } } } },
                    },
                },
            });
            Write(new
            {
                testCase = new
                {
                    id = $"case {pickle}",
                    pickleId = pickle,
                    testRunStartedId = "run",
                    testSteps = new[] { Step(given), Step(then) },
                },
            });
            Run(one.Sample, $"case {pickle}", $"test {given}", $"test {then}");
        }

        static object Row(params string[] cells) => new { cells = cells.Select(value => new { value }) };

        static object Step(string id) => new { id = $"test {id}", pickleStepId = id, stepDefinitionIds = Array.Empty<string>(), stepMatchArgumentsLists = Array.Empty<object>() };
    }

    private void Run(Sample sample, string testCase, string given, string then)
    {
        var attempt = NewId();
        Write(new { testCaseStarted = new { attempt = 0, id = attempt, testCaseId = testCase, timestamp = Now() } });
        Attach(attempt, given, "01-cluster-estaleiro-ab12.json", """{"name":"estaleiro-ab12","kubernetes":"1.20.2","provider":"k3s","image":"estaleiro/node:1","nodes":["node1","node2"],"missing":{"ipvs":"the nodes' kernel has no ip_vs module"},"startedAt":"2025-11-24T16:00:01+00:00","startSeconds":12.5}""");
        Attach(attempt, given, null, "$ kubectl apply -f web.yaml");
        Finish(attempt, given, "PASSED", null);
        Attach(attempt, then, "02-outcome.yaml", "placement:\n  web-1: node1");
        if (sample.Log > 0)
        {
            Attach(attempt, then, "03-kubelet.log", new string('x', sample.Log));
        }

        if (sample.Outage is { } row)
        {
            Attach(attempt, then, "06-outage.json", row);
        }

        if (sample.Sound)
        {
            Attach(attempt, then, "mario.wav", Convert.ToBase64String(Silence()), "audio/wav", "BASE64");
        }

        if (sample.Status == "FAILED")
        {
            Attach(attempt, null, "04-events.txt", "00:41:06 Warning FailedScheduling Pod/web-1: 0/2 nodes are available");
            Attach(attempt, null, "05-kubelet.log", "kubelet: nothing to do");
        }

        Finish(attempt, then, sample.Status, sample.Message);
        Write(new { testCaseFinished = new { testCaseStartedId = attempt, timestamp = Now(), willBeRetried = false } });
    }

    private void Attach(string attempt, string? step, string? name, string body, string mediaType = "text/plain", string encoding = "IDENTITY") => Write(new
    {
        attachment = new { body, contentEncoding = encoding, fileName = name, mediaType, testCaseStartedId = attempt, testStepId = step },
    });

    private void Finish(string attempt, string step, string status, string? message)
    {
        Write(new { testStepStarted = new { testCaseStartedId = attempt, testStepId = step, timestamp = Now() } });
        Write(new
        {
            testStepFinished = new
            {
                testCaseStartedId = attempt,
                testStepId = step,
                testStepResult = new { duration = new { seconds = 0, nanos = 250_000_000 }, message, status },
                timestamp = Now(),
            },
        });
    }

    private SampleRun End(bool success)
    {
        Write(new { testRunFinished = new { success, timestamp = Now(), testRunStartedId = "run" } });
        return this;
    }

    private object Now() => new { seconds = clock++, nanos = 0 };

    private string NewId() => (++ids).ToString(CultureInfo.InvariantCulture);

    private void Write(object message) => lines.Append(JsonSerializer.Serialize(message, Json)).Append('\n');

    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    // A tenth of a second of 8 kHz, 8 bits, one channel: http://soundfile.sapp.org/doc/WaveFormat/
    private static byte[] Silence()
    {
        const int Samples = 800;
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("RIFF"u8);
        writer.Write(36 + Samples);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(8000);
        writer.Write(8000);
        writer.Write((short)1);
        writer.Write((short)8);
        writer.Write("data"u8);
        writer.Write(Samples);
        writer.Write(Enumerable.Repeat((byte)128, Samples).ToArray());
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>A scenario to be told of.</summary>
    private sealed record Sample(string Name, string Status, string? Message = null, bool Sound = false, int Log = 0, string? Outage = null);
}
