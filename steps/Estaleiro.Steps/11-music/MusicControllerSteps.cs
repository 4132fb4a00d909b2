using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Estaleiro.Api;
using Estaleiro.Steps.Evidence;
using Estaleiro.Steps.Music;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Runs;
using Estaleiro.Steps.Scenarios;
using Estaleiro.Steps.Workloads;
using k8s;
using k8s.Models;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>The controllers that play Musics, and what is heard of them.</summary>
[Binding]
public sealed class MusicControllerSteps(ScenarioCluster cluster, MusicControllers controllers, EvidenceLog evidence, Outcome outcome)
{
    private const string FasterAnnotation = "faster";
    private const string Lease = "music-controller";

    /// <summary>How long an answer may be on its way.</summary>
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(10);

    private static readonly string[] WriteColumns = ["Music", "field", "answer", "heard then"];

    private static readonly ApiResource Events = ApiResource.Of<Corev1Event>();

    [AfterScenario(Order = 9000)]
    public async Task KeepWhatTheControllersSaid() => await controllers.AttachLogsAsync();

    /// <summary>Starts a Music controller in this process, with a lease of 60 seconds, under this identity.</summary>
    [Given("the Music controller {string} runs")]
    [When("the Music controller {string} runs")]
    [Given("o controller de Music {string} está rodando")]
    [When("o controller de Music {string} está rodando")]
    public Task Runs(string name) => RunsWithALease(name, 60);

    /// <summary>Who is not heard of for so long acts no more, and another may.</summary>
    [Given("the Music controller {string} runs, with a lease of {int} seconds")]
    [When("the Music controller {string} runs, with a lease of {int} seconds")]
    public async Task RunsWithALease(string name, int seconds)
    {
        evidence.Kubectl($"get -n {cluster.Namespace} lease music-controller -o yaml # who of the controllers acts; {name} stands for election now");
        await controllers.StartAsync(name, TimeSpan.FromSeconds(seconds));
    }

    /// <summary>Ends the Music controller in an orderly way; to lose it without a word, use "crashes".</summary>
    [When("the Music controller {string} is stopped")]
    public async Task IsStopped(string name) => await controllers[name].DisposeAsync();

    /// <summary>Its connection is cut first: what it would say on its way out is not heard.</summary>
    [When("the Music controller {string} crashes")]
    public async Task Crashes(string name) => await controllers[name].CrashAsync();

    /// <summary>Applies the tune of that name from fixtures/workloads/tunes as a ConfigMap of this name.</summary>
    [Given("the ConfigMap {string} holds the tune {string}")]
    [When("the ConfigMap {string} holds the tune {string}")]
    [Given("o ConfigMap {string} contém a música {string}")]
    [When("o ConfigMap {string} contém a música {string}")]
    public async Task HoldsTheTune(string name, string tune)
    {
        evidence.Kubectl($"apply -n {cluster.Namespace} -f fixtures/workloads/tunes/{tune}.yaml # under the name {name}");
        var manifest = Assert.Single(await WorkloadFiles.ReadManifestAsync($"tunes/{tune}.yaml", cluster.Limit));
        manifest["metadata"]!["name"] = name;
        await cluster.Api.ApplyAsync(manifest, cluster.Namespace, cluster.Limit);
    }

    /// <summary>Changes the Music just before each of the controller's next writes, so that they meet a conflict.</summary>
    [Given("somebody else is faster than the Music controller {string}, {int} times")]
    public void SomebodyElseIsFaster(string name, int times)
    {
        var count = 0;
        controllers[name].Connection.BeOvertaken(times, async path =>
        {
            var patch = new JsonObject { ["metadata"] = new JsonObject { ["annotations"] = new JsonObject { [FasterAnnotation] = $"{++count}" } } };
            evidence.Kubectl($"patch -n {cluster.Namespace} music {path.Split('/')[^1]} --type=merge -p '{patch.ToJsonString()}'");
            var answer = await cluster.Api.SendAsync(HttpMethod.Patch, path, patch.ToJsonString(), MediaTypes.MergePatch, cluster.Limit);
            Assert.True(answer.IsSuccess, $"The API server answered {answer.Line} to PATCH {path}: {answer.Message}");
        });
    }

    /// <summary>
    /// Waits until the controller plays exactly these Musics with these first notes; records them and who holds the lease. Columns:
    /// Music, first notes.
    /// </summary>
    [Given("the Music controller {string} plays:")]
    [Then("the Music controller {string} plays:")]
    [Given("o controller de Music {string} toca:")]
    [Then("o controller de Music {string} toca:")]
    public async Task Plays(string name, DataTable expected)
    {
        var wanted = expected.Rows.ToDictionary(row => row["Music"], row => row["first notes"], StringComparer.Ordinal);
        IReadOnlyDictionary<string, string> heard = wanted;
        using var told = cluster.Awaiting($"{name} to play {Loudspeaker.Print(wanted)}");
        await controllers[name].Speaker.UntilAsync(
            playing => (heard = playing).Count == wanted.Count && playing.All(pair => wanted.GetValueOrDefault(pair.Key) == pair.Value),
            Loudspeaker.Print(wanted),
            SpecRun.Current.Scale(ScenarioCluster.StepLimit),
            cluster.Limit);
        var lease = await cluster.Cluster.Client.CoordinationV1.ReadNamespacedLeaseAsync(Lease, cluster.Namespace, cancellationToken: cluster.Limit);
        var table = new OutcomeTable("Music", "first notes", "lease held by");
        foreach (var (music, notes) in heard.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            table.Add(music, notes, lease.Spec.HolderIdentity);
        }

        outcome.Add($"{name} plays", table);
    }

    /// <summary>Waits until the controller plays no Music at all; records it.</summary>
    [Then("the Music controller {string} is silent")]
    public async Task IsSilent(string name)
    {
        using var told = cluster.Awaiting($"{name} to be silent");
        await controllers[name].Speaker.UntilAsync(
            playing => playing.Count == 0, "nothing", SpecRun.Current.Scale(ScenarioCluster.StepLimit), cluster.Limit);
        outcome.Add($"{name} plays", "nothing");
    }

    /// <summary>Compares how often the controller has started this Music so far; records the count.</summary>
    [Then("the Music controller {string} has begun to play the Music {string} {int} time(s)")]
    public void HasBegunToPlay(string name, string music, int times)
    {
        var found = controllers[name].Speaker.TimesBegun(music);
        Assert.True(found == times, $"{name} has begun to play the Music {music} {found} times, expected {times}.");
        outcome.Add($"{name} has begun to play {music}", $"{found} times");
    }

    /// <summary>The file is in the report, to be played there.</summary>
    [Then("the sound file that {string} made of the Music {string} begins with:")]
    public async Task TheSoundFileBeginsWith(string name, string music, DataTable expected)
    {
        var path = Path.Combine(controllers[name].Folder, $"{music}.wav");
        Assert.True(File.Exists(path), $"There is no sound file of the Music {music}.");
        var tones = SoundFile.Parse(await File.ReadAllBytesAsync(path, cluster.Limit)).Tones;
        evidence.AttachFile(path);
        var table = new OutcomeTable("note", "at");
        foreach (var (row, index) in expected.Rows.Select((row, index) => (row, index)))
        {
            var (note, at) = index < tones.Count
                ? (tones[index].Note, string.Create(CultureInfo.InvariantCulture, $"{tones[index].Begin:0.00} s"))
                : ("none", "none");
            Assert.True(
                (note, at) == (row["note"], row["at"]), $"As number {index + 1} the file has {note} at {at}, expected {row["note"]} at {row["at"]}.");
            table.Add(note, at);
        }

        var last = tones[^1];
        outcome.Add($"sound of {music}", table.Add("and in the end", "").Add(last.Note, string.Create(CultureInfo.InvariantCulture, $"{last.Begin:0.00} s")));
    }

    /// <summary>
    /// Waits for as many writes of the controller and compares them, those to one Music in order; records them with the API server's
    /// answers. Columns: those of the record that matter.
    /// </summary>
    [Then("the Music controller {string} has written:")]
    public async Task HasWritten(string name, DataTable expected)
    {
        await controllers[name].Connection.UntilWrittenAsync(expected.RowCount, SpecRun.Current.Scale(AnswerLimit), cluster.Limit);

        // Musics are looked after side by side; what is written to one of them has its order.
        string[] columns = [.. expected.Header];
        string[] found =
        [
            .. controllers[name].Connection.Writes.OrderBy(write => write.Music, StringComparer.Ordinal)
                .Select(write => string.Join(" | ", columns.Select(column => Cell(write, column)))),
        ];
        string[] wanted = [.. expected.Rows.Select(row => string.Join(" | ", columns.Select(column => row[column])))];
        Assert.True(
            found.SequenceEqual(wanted),
            $"{name} has written:\n{string.Join('\n', found.DefaultIfEmpty("nothing"))}\nexpected:\n{string.Join('\n', wanted.DefaultIfEmpty("nothing"))}");
        outcome.Add($"{name} has written", controllers[name].Connection.Writes.OrderBy(write => write.Music, StringComparer.Ordinal).Aggregate(
            new OutcomeTable(WriteColumns), (table, write) => table.Add([.. WriteColumns.Select(column => Cell(write, column))])));
    }

    /// <summary>Checks at this moment that the controller has sent no write; records it.</summary>
    [Then("the Music controller {string} has written nothing")]
    public void HasWrittenNothing(string name)
    {
        var writes = controllers[name].Connection.Writes;
        Assert.True(writes.Count == 0, $"{name} has written {string.Join(", ", writes.Select(write => $"{write.Field} of {write.Music}"))}.");
        outcome.Add($"{name} has written", "nothing");
    }

    /// <summary>
    /// Waits until the object has exactly these events, in any order; records them with their reporter. Columns: type, reason, message,
    /// times.
    /// </summary>
    [Then("kubectl describe shows these events of the {word} {string}:")]
    [Then("o kubectl describe mostra estes eventos do/da {word} {string}:")]
    public async Task ShowsTheseEvents(string kind, string name, DataTable expected)
    {
        evidence.Kubectl($"describe -n {cluster.Namespace} {kind} {name}");
        string[] columns = [.. expected.Header];
        string[] wanted = [.. expected.Rows.Select(row => string.Join(" | ", columns.Select(column => row[column]))).Order(StringComparer.Ordinal)];
        var found = await cluster.Await().All(Events, cluster.Namespace).UntilAsync(
            elements => elements.Where(entry => IsAbout(entry, kind, name))
                .Select(entry => string.Join(" | ", columns.Select(column => Cell(entry, column))))
                .Order(StringComparer.Ordinal)
                .SequenceEqual(wanted),
            $"these events of the {kind} {name}, and no other: {string.Join(", ", wanted)}",
            ScenarioCluster.StepLimit,
            cluster.Limit);
        outcome.Add($"events of {kind} {name}", found.Where(entry => IsAbout(entry, kind, name))
            .Select(entry => (string[])[.. columns.Select(column => Cell(entry, column) ?? ""), Field(entry, "reportingComponent") ?? "nobody"])
            .OrderBy(cells => string.Join(' ', cells), StringComparer.Ordinal)
            .Aggregate(new OutcomeTable([.. columns, "told by"]), (table, cells) => table.Add(cells)));
    }

    private static bool IsAbout(JsonElement entry, string kind, string name) =>
        Field(entry, "involvedObject.kind") == kind && Field(entry, "involvedObject.name") == name;

    private static string? Cell(JsonElement entry, string column) => Field(entry, column is "times" ? "count" : column);

    private static string Cell(ControllerConnection.Write write, string column) => column switch
    {
        "Music" => write.Music,
        "field" => write.Field,
        "answer" => write.Answer,
        "heard then" => write.Heard ? "yes" : "no",
        _ => throw new FormatException($"A write has no '{column}': it has Music, field, answer and heard then."),
    };

    private static string? Field(JsonElement entry, string path) => FieldPath.Read(JsonObject.Create(entry), path);
}
