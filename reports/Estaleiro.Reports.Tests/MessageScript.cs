using System.Text;
using Estaleiro.Contract;
using Estaleiro.Reports.Messages;
using Estaleiro.Reports.Model;
using Io.Cucumber.Messages.Types;

namespace Estaleiro.Reports.Tests;

/// <summary>Writes the messages of a run as a runner would.</summary>
internal sealed class MessageScript
{
    internal const string Uri = "features/03-scheduler/scheduler.feature";

    private readonly List<Envelope> envelopes = [];
    private readonly Dictionary<string, List<string>> stepIds = [];
    private long clock = 1_764_000_000;

    internal IReadOnlyList<Envelope> Envelopes => envelopes;

    internal static MessageScript Started()
    {
        var script = new MessageScript();
        script.Add(Envelope.Create(new Meta(
            "32.0.0", new Product("Estaleiro", "0.1.0"), new Product("dotnet", "10.0"), new Product("linux", "6"), new Product("x64", null), null)));
        return script.Add(Envelope.Create(new TestRunStarted(script.Now(), "run")));
    }

    internal MessageScript Add(Envelope envelope)
    {
        envelopes.Add(envelope);
        return this;
    }

    internal Timestamp Now() => new(clock++, 0);

    /// <summary>A feature with plain scenarios, one in a rule where its title starts with "rule ", and its test cases.</summary>
    internal MessageScript Feature(string uri, string title, params (string Name, string[] Steps)[] scenarios)
    {
        long line = 1;
        var children = new List<FeatureChild>();
        var compiled = new List<Envelope>();
        foreach (var (name, texts) in scenarios)
        {
            var scenarioLine = line += 2;
            var steps = texts.Select((text, index) =>
                new Step(new Location(++line, 5), "When ", StepKeywordType.ACTION, text, null, null, $"{uri}/{name}/ast{index}")).ToList();
            var scenario = new Scenario(new Location(scenarioLine, 3), [], "Scenario", name, "", steps, [], $"{uri}/{name}");
            children.Add(name.StartsWith("rule ", StringComparison.Ordinal)
                ? FeatureChild.Create(new Rule(new Location(scenarioLine - 1, 3), [], "Rule", "A rule", "", [RuleChild.Create(scenario)], $"{uri}/{name}/rule"))
                : FeatureChild.Create(scenario));
            compiled.AddRange(Compile(uri, name, scenario.Id, scenarioLine, steps, [scenario.Id]));
        }

        Add(Envelope.Create(new GherkinDocument(
            uri, new Feature(new Location(1, 1), [new Tag(new Location(1, 1), "@scheduler", "tag")], "en", "Feature", title, "", children), [])));
        envelopes.AddRange(compiled);
        return this;
    }

    /// <summary>An outline with one step and an example for each value.</summary>
    internal MessageScript Outline(string uri, string title, string name, params string[] values)
    {
        var step = new Step(new Location(4, 5), "Then ", StepKeywordType.OUTCOME, "<value> holds", null, null, "outline/ast");
        var rows = values.Select((value, index) =>
            new TableRow(new Location(7 + index, 7), [new TableCell(new Location(7 + index, 9), value)], $"row{index}")).ToList();
        var header = new TableRow(new Location(6, 7), [new TableCell(new Location(6, 9), "value")], "header");
        var examples = new Examples(new Location(5, 5), [], "Examples", "", "", header, rows, "examples");
        var outline = new Scenario(new Location(3, 3), [], "Scenario Outline", name, "", [step], [examples], "outline");
        Add(Envelope.Create(new GherkinDocument(
            uri, new Feature(new Location(1, 1), [], "en", "Feature", title, "", [FeatureChild.Create(outline)]), [])));
        for (var index = 0; index < values.Length; index++)
        {
            envelopes.AddRange(Compile(uri, name, $"{name} {values[index]}", 7 + index, [step], ["outline", $"row{index}"]));
        }

        return this;
    }

    internal MessageScript Start(string scenario, string? attempt = null, long number = 0) =>
        Add(Envelope.Create(new TestCaseStarted(number, attempt ?? scenario, $"case {scenario}", "worker", Now())));

    internal MessageScript Step(
        string scenario,
        int index,
        TestStepResultStatus status,
        string? message = null,
        Io.Cucumber.Messages.Types.Exception? exception = null,
        string? attempt = null)
    {
        var id = stepIds[scenario][index];
        Add(Envelope.Create(new TestStepStarted(attempt ?? scenario, id, Now())));
        return Add(Envelope.Create(new TestStepFinished(
            attempt ?? scenario, id, new TestStepResult(new Duration(0, 250_000_000), message, status, exception), Now())));
    }

    /// <summary>Attaches text to a scenario.</summary>
    internal MessageScript Attach(string scenario, string? name, string body) => Add(Envelope.Create(new Attachment(
        body, AttachmentContentEncoding.IDENTITY, name, "text/plain", null, scenario, null, null, null, null, Now())));

    /// <summary>Attaches what the test process knows of a scenario's failure.</summary>
    internal MessageScript Note(string scenario, FailureNote note) =>
        Attach(scenario, EvidenceNames.FileName(1, EvidenceNames.Failure), note.ToJson());

    internal MessageScript End(string scenario, bool retried = false) =>
        Add(Envelope.Create(new TestCaseFinished(scenario, Now(), retried)));

    internal MessageScript Run(string scenario, params TestStepResultStatus[] statuses)
    {
        Start(scenario);
        for (var index = 0; index < statuses.Length; index++)
        {
            Step(scenario, index, statuses[index], statuses[index] == TestStepResultStatus.FAILED ? "it broke" : null);
        }

        return End(scenario);
    }

    internal MessageScript Finished(bool success = true, string? message = null) =>
        Add(Envelope.Create(new TestRunFinished(message, success, Now(), null, "run")));

    internal byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        foreach (var envelope in envelopes)
        {
            stream.Write(MessageJson.Serialize(envelope));
            stream.WriteByte((byte)'\n');
        }

        return stream.ToArray();
    }

    internal TestRun Load() => Load(ToBytes());

    internal static TestRun Load(byte[] bytes)
    {
        using var reader = new MessageReader(new MemoryStream(bytes));
        return TestRun.Load(reader);
    }

    internal static TestRun Load(string text) => Load(Encoding.UTF8.GetBytes(text));

    internal static string Id(string uri, string scenario) => $"{uri}/{scenario}";

    private IEnumerable<Envelope> Compile(string uri, string name, string id, long line, List<Step> steps, List<string> nodes)
    {
        var pickleSteps = steps.Select((step, index) =>
            new PickleStep(null, [step.Id], $"{id}/pickle{index}", PickleStepType.ACTION, step.Text)).ToList();
        yield return Envelope.Create(new Pickle(
            $"pickle {id}", uri, name, "en", pickleSteps, [new PickleTag("@scheduler", "tag")], nodes));
        var testSteps = pickleSteps.Select(step => new TestStep(null, $"{step.Id}/test", step.Id, ["definition"], [])).ToList();
        stepIds[id] = [.. testSteps.Select(step => step.Id)];
        yield return Envelope.Create(new TestCase($"case {id}", $"pickle {id}", testSteps, "run"));
    }
}
