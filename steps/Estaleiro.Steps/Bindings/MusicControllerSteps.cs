using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Estaleiro.Clusters.Waiting;
using Estaleiro.Steps.Api;
using Estaleiro.Steps.Evidences;
using Estaleiro.Steps.Musics;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Runs;
using Estaleiro.Steps.Scenarios;
using Estaleiro.Steps.Workloads;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>The controllers that play Musics, and what is heard of them.</summary>
[Binding]
public sealed class MusicControllerSteps(ScenarioCluster cluster, MusicControllers controllers, EvidenceLog evidence, Outcome outcome)
{
    private const string FasterAnnotation = "faster";

    private static readonly ResourceKind Events = new("", "v1", "events", "Event");

    [AfterScenario(Order = 9000)]
    public async Task KeepWhatTheControllersSaid() => await controllers.AttachLogsAsync();

    [Given("the Music controller {string} runs")]
    [When("the Music controller {string} runs")]
    public async Task Runs(string name)
    {
        evidence.Kubectl($"get -n {cluster.Namespace} lease music-controller -o yaml # who of the controllers acts; {name} stands for election now");
        await controllers.StartAsync(name);
    }

    [When("the Music controller {string} is stopped")]
    public async Task IsStopped(string name) => await controllers[name].DisposeAsync();

    /// <summary>Its connection is cut first: what it would say on its way out is not heard.</summary>
    [When("the Music controller {string} crashes")]
    public async Task Crashes(string name) => await controllers[name].CrashAsync();

    [Given("the ConfigMap {string} holds the tune {string}")]
    [When("the ConfigMap {string} holds the tune {string}")]
    public async Task HoldsTheTune(string name, string tune)
    {
        evidence.Kubectl($"apply -n {cluster.Namespace} -f fixtures/workloads/tunes/{tune}.yaml # under the name {name}");
        var manifest = Assert.Single(await WorkloadFiles.ReadManifestAsync($"tunes/{tune}.yaml", cluster.Limit));
        manifest["metadata"]!["name"] = name;
        await cluster.Api.ApplyAsync(manifest, cluster.Namespace, cluster.Limit);
    }

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

    [Given("the Music controller {string} plays:")]
    [Then("the Music controller {string} plays:")]
    public async Task Plays(string name, DataTable expected)
    {
        var wanted = expected.Rows.ToDictionary(row => row["Music"], row => row["first notes"], StringComparer.Ordinal);
        await controllers[name].Speaker.UntilAsync(
            playing => playing.Count == wanted.Count && playing.All(pair => wanted.GetValueOrDefault(pair.Key) == pair.Value),
            Loudspeaker.Print(wanted),
            SpecRun.Current.Scale(ScenarioCluster.StepLimit),
            cluster.Limit);
        var table = new OutcomeTable("Music", "first notes");
        foreach (var (music, notes) in wanted)
        {
            table.Add(music, notes);
        }

        outcome.Add($"{name} plays", table);
    }

    [Then("the Music controller {string} is silent")]
    public async Task IsSilent(string name)
    {
        await controllers[name].Speaker.UntilAsync(
            playing => playing.Count == 0, "nothing", SpecRun.Current.Scale(ScenarioCluster.StepLimit), cluster.Limit);
        outcome.Add($"{name} plays", "nothing");
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

        outcome.Add($"sound of {music}", table);
    }

    [Then("the Music controller {string} has written:")]
    public void HasWritten(string name, DataTable expected)
    {
        // Musics are looked after side by side; what is written to one of them has its order.
        string[] found = [.. controllers[name].Connection.Writes.OrderBy(write => write.Music, StringComparer.Ordinal).Select(write => $"{write.Music} | {write.Field} | {write.Answer}")];
        string[] wanted = [.. expected.Rows.Select(row => $"{row["Music"]} | {row["field"]} | {row["answer"]}")];
        Assert.True(
            found.SequenceEqual(wanted),
            $"{name} has written:\n{string.Join('\n', found.DefaultIfEmpty("nothing"))}\nexpected:\n{string.Join('\n', wanted.DefaultIfEmpty("nothing"))}");
        var table = new OutcomeTable("Music", "field", "answer");
        foreach (var row in expected.Rows)
        {
            table.Add(row["Music"], row["field"], row["answer"]);
        }

        outcome.Add($"{name} has written", table);
    }

    [Then("the Music controller {string} has written nothing")]
    public void HasWrittenNothing(string name)
    {
        var writes = controllers[name].Connection.Writes;
        Assert.True(writes.Count == 0, $"{name} has written {string.Join(", ", writes.Select(write => $"{write.Field} of {write.Music}"))}.");
        outcome.Add($"{name} has written", "nothing");
    }

    [Then("kubectl describe shows these events of the {word} {string}:")]
    public async Task ShowsTheseEvents(string kind, string name, DataTable expected)
    {
        evidence.Kubectl($"describe -n {cluster.Namespace} {kind} {name}");
        string[] wanted = [.. expected.Rows.Select(row => $"{row["type"]} {row["reason"]} {row["times"]}").Order(StringComparer.Ordinal)];
        await cluster.Cluster.Await().All(Events, cluster.Namespace).UntilAsync(
            elements => elements.Where(entry => IsAbout(entry, kind, name)).Select(Print).Order(StringComparer.Ordinal).SequenceEqual(wanted),
            $"these events of the {kind} {name}, and no other: {string.Join(", ", wanted)}",
            ScenarioCluster.StepLimit,
            cluster.Limit);
        var table = new OutcomeTable("type", "reason", "times");
        foreach (var row in expected.Rows)
        {
            table.Add(row["type"], row["reason"], row["times"]);
        }

        outcome.Add($"events of {kind} {name}", table);
    }

    private static bool IsAbout(JsonElement entry, string kind, string name) =>
        Field(entry, "involvedObject.kind") == kind && Field(entry, "involvedObject.name") == name;

    private static string Print(JsonElement entry) => $"{Field(entry, "type")} {Field(entry, "reason")} {Field(entry, "count")}";

    private static string? Field(JsonElement entry, string path) => ObjectPath.Read(JsonObject.Create(entry), path);
}
