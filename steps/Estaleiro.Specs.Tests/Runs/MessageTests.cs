using Estaleiro.Specs.Tests.Messages;
using Io.Cucumber.Messages.Types;
using Reqnroll.Formatters.PayloadProcessing;

namespace Estaleiro.Specs.Tests.Runs;

/// <summary>What messages must be for whoever reads them, after a run that has something of everything.</summary>
public sealed class MessageTests(EveryMessage every) : IClassFixture<EveryMessage>
{
    private readonly SampleRun run = every.Run;

    [Fact]
    public async Task Every_message_is_valid_by_the_schema()
    {
        foreach (var line in run.Messages.Select(NdjsonSerializer.Serialize))
        {
            Assert.Empty(await MessageSchema.ValidateAsync(line));
        }
    }

    [Fact]
    public async Task The_schema_refuses_what_is_wrong()
    {
        Assert.NotEmpty(await MessageSchema.ValidateAsync("""{"testRunStarted":{"id":"1"}}"""));
        Assert.NotEmpty(await MessageSchema.ValidateAsync("""{"testRunStarted":{"timestamp":{"seconds":1,"nanos":0},"who":1}}"""));
        Assert.NotEmpty(await MessageSchema.ValidateAsync("""{"source":{"uri":"a","data":"","mediaType":"text/plain"}}"""));
    }

    [Fact]
    public void Every_id_is_unique_and_every_reference_has_its_object_before_it()
    {
        var known = new HashSet<string>();
        foreach (var message in run.Messages)
        {
            Known([message.TestCase?.PickleId, message.TestCase?.TestRunStartedId, message.TestCaseStarted?.TestCaseId, message.TestCaseFinished?.TestCaseStartedId]);
            Known([message.TestStepStarted?.TestCaseStartedId, message.TestStepStarted?.TestStepId, message.TestStepFinished?.TestCaseStartedId, message.TestStepFinished?.TestStepId]);
            Known([message.TestRunHookStarted?.HookId, message.TestRunHookStarted?.TestRunStartedId, message.TestRunHookFinished?.TestRunHookStartedId, message.TestRunFinished?.TestRunStartedId]);
            Known([message.Attachment?.TestCaseStartedId, message.Attachment?.TestStepId, message.Attachment?.TestRunHookStartedId, message.Suggestion?.PickleStepId]);
            Known(message.TestCase?.TestSteps.SelectMany(step => (step.StepDefinitionIds ?? []).Append(step.HookId).Append(step.PickleStepId)) ?? []);
            New([message.StepDefinition?.Id, message.Hook?.Id, message.ParameterType?.Id, message.TestRunStarted?.Id, message.Pickle?.Id, message.TestCase?.Id, message.TestCaseStarted?.Id, message.TestRunHookStarted?.Id, message.Suggestion?.Id]);
            New(message.Pickle?.Steps.Select(step => step.Id) ?? []);
            New(message.TestCase?.TestSteps.Select(step => step.Id) ?? []);
        }

        void Known(IEnumerable<string?> ids) => Assert.All(ids.OfType<string>(), id => Assert.Contains(id, known));

        void New(IEnumerable<string?> ids) => Assert.All(ids.OfType<string>(), id => Assert.True(known.Add(id), $"{id} is used twice"));
    }

    [Fact]
    public void A_test_case_holds_every_step_in_order_between_its_hooks()
    {
        foreach (var testCase in run.Messages.Select(message => message.TestCase).OfType<TestCase>())
        {
            var pickle = run.Messages.Single(message => message.Pickle?.Id == testCase.PickleId).Pickle;
            Assert.Equal(pickle.Steps.Select(step => step.Id), testCase.TestSteps.Select(step => step.PickleStepId).Where(id => id is not null));
            var started = Assert.Single(run.Messages, message => message.TestCaseStarted?.TestCaseId == testCase.Id).TestCaseStarted;
            Assert.Single(run.Messages, message => message.TestCaseFinished?.TestCaseStartedId == started.Id);
            var begun = run.Messages.Where(message => message.TestStepStarted?.TestCaseStartedId == started.Id).Select(message => message.TestStepStarted.TestStepId);
            Assert.Subset(testCase.TestSteps.Select(step => step.Id).ToHashSet(), begun.ToHashSet());
        }
    }

    [Fact]
    public void A_step_tells_its_definition_and_its_arguments()
    {
        var pickle = run.Messages.Single(message => message.Pickle?.Name == "Adding").Pickle;
        var step = run.Messages.Single(message => message.TestCase?.PickleId == pickle.Id).TestCase.TestSteps.Single(step => step.PickleStepId == pickle.Steps[0].Id);
        var definition = run.Messages.Single(message => message.StepDefinition?.Id == Assert.Single(step.StepDefinitionIds)).StepDefinition;

        Assert.Equal("a cart with {int} apple(s)", definition.Pattern.Source);
        Assert.Equal("2", Assert.Single(Assert.Single(step.StepMatchArgumentsLists).StepMatchArguments).Group.Value);
    }

    [Fact]
    public void Texts_are_attached_as_texts_and_bytes_as_base64()
    {
        var attachments = run.Messages.Select(message => message.Attachment).OfType<Attachment>().ToArray();

        Assert.Contains(attachments, attachment => attachment is { MediaType: "text/x.cucumber.log+plain", Body: "hello", ContentEncoding: AttachmentContentEncoding.IDENTITY, TestStepId: not null });
        Assert.Contains(attachments, attachment => attachment is { MediaType: "application/yaml", FileName: "pod.yaml", Body: "kind: Pod, ação", ContentEncoding: AttachmentContentEncoding.IDENTITY });
        Assert.Contains(attachments, attachment => attachment is { MediaType: "image/png", Body: "iVBOR/8=", ContentEncoding: AttachmentContentEncoding.BASE64 });
    }
}
