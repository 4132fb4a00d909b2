using System.Text;
using System.Text.Json.Nodes;
using Estaleiro.Reports.Messages;
using Estaleiro.Reports.Model;
using Io.Cucumber.Messages.Types;
using Xunit;

namespace Estaleiro.Reports.Tests;

/// <summary>
/// Messages as a run on a cluster wrote them (real-run.ndjson: two features of a quick run, with what they refer to), read with the official types.
/// The runner's own tests hold every message against Cucumber's JSON schema.
/// </summary>
public sealed class RealRunTests
{
    [Fact]
    public void Every_line_is_a_message_and_nothing_of_it_is_lost_on_reading()
    {
        foreach (var line in Lines())
        {
            var envelope = MessageJson.Deserialize(Encoding.UTF8.GetBytes(line));

            // In lower case: the types' enumerations shout what the messages say ("Context").
            var again = Encoding.UTF8.GetString(MessageJson.Serialize(envelope));
            Assert.True(
                JsonNode.DeepEquals(JsonNode.Parse(line.ToLowerInvariant()), JsonNode.Parse(again.ToLowerInvariant())),
                $"read and written again it is another message: {line}");
        }
    }

    [Fact]
    public void Every_id_is_given_once_and_every_reference_leads_somewhere_before_it()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var references = 0;
        foreach (var envelope in Envelopes())
        {
            Refer(envelope.Pickle?.AstNodeIds ?? []);
            Refer((envelope.Pickle?.Steps ?? []).SelectMany(step => step.AstNodeIds));
            Refer((envelope.Pickle?.Tags ?? []).Select(tag => tag.AstNodeId));
            Refer([envelope.TestCase?.PickleId, envelope.TestCase?.TestRunStartedId, envelope.TestCaseStarted?.TestCaseId, envelope.TestCaseFinished?.TestCaseStartedId]);
            Refer((envelope.TestCase?.TestSteps ?? []).SelectMany(step => (step.StepDefinitionIds ?? []).Append(step.HookId).Append(step.PickleStepId)));
            Refer([envelope.TestStepStarted?.TestCaseStartedId, envelope.TestStepStarted?.TestStepId]);
            Refer([envelope.TestStepFinished?.TestCaseStartedId, envelope.TestStepFinished?.TestStepId]);
            Refer([envelope.TestRunHookStarted?.HookId, envelope.TestRunHookStarted?.TestRunStartedId]);
            Refer([envelope.TestRunHookFinished?.TestRunHookStartedId, envelope.TestRunFinished?.TestRunStartedId]);
            Refer([envelope.Attachment?.TestCaseStartedId, envelope.Attachment?.TestStepId, envelope.Attachment?.TestRunHookStartedId]);
            Give([envelope.StepDefinition?.Id, envelope.Hook?.Id, envelope.TestRunStarted?.Id, envelope.TestRunHookStarted?.Id]);
            Give([envelope.Pickle?.Id, envelope.TestCase?.Id, envelope.TestCaseStarted?.Id]);
            Give((envelope.Pickle?.Steps ?? []).Select(step => step.Id));
            Give((envelope.TestCase?.TestSteps ?? []).Select(step => step.Id));
            if (envelope.GherkinDocument is { } document)
            {
                Give(NodesOf(document));
            }
        }

        Assert.True(references > 300, $"{references} references were looked at");

        void Refer(IEnumerable<string?> ids)
        {
            foreach (var id in ids.OfType<string>())
            {
                references++;
                Assert.Contains(id, known);
            }
        }

        void Give(IEnumerable<string?> ids) => Assert.All(ids.OfType<string>(), id => Assert.True(known.Add(id), $"{id} is given twice"));
    }

    [Fact]
    public void The_reports_tell_it_as_it_was()
    {
        var recorder = new TestRunRecorder();
        Envelopes().ToList().ForEach(envelope => recorder.Add(envelope));
        var run = recorder.ToTestRun();

        Assert.True(run.IsGreen);
        Assert.Equal(["etcd", "Pod to pod"], run.Features.Select(feature => feature.Name));
        Assert.Equal(3, run.Scenarios.Count());
        Assert.All(run.Scenarios, scenario => Assert.Single(
            scenario.Steps.SelectMany(step => step.Attachments), file => file.Name == "01-outcome.yaml"));
        Assert.True(Comparing.RunComparison.Of(run, run).AreEqual);
    }

    private static IEnumerable<Envelope> Envelopes() => Lines().Select(line => MessageJson.Deserialize(Encoding.UTF8.GetBytes(line)));

    private static IEnumerable<string> Lines()
    {
        using var stream = typeof(RealRunTests).Assembly.GetManifestResourceStream("real-run.ndjson")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static IEnumerable<string> NodesOf(GherkinDocument document)
    {
        var feature = document.Feature;
        var backgrounds = feature.Children.Select(child => child.Background).OfType<Background>();
        var scenarios = feature.Children.Select(child => child.Scenario).OfType<Scenario>().ToList();
        return feature.Tags.Select(tag => tag.Id)
            .Concat(backgrounds.SelectMany(background => background.Steps.Select(step => step.Id).Append(background.Id)))
            .Concat(scenarios.SelectMany(scenario => scenario.Steps.Select(step => step.Id)
                .Concat(scenario.Tags.Select(tag => tag.Id))
                .Concat(scenario.Examples.SelectMany(examples => examples.TableBody.Select(row => row.Id)))
                .Append(scenario.Id)));
    }
}
