using Estaleiro.Gherkin.Messages;
using Estaleiro.Gherkin.Tests.Engine;
using Io.Cucumber.Messages.Types;

namespace Estaleiro.Gherkin.Tests.Messages;

public sealed class MessageTests : IDisposable
{
    private const string Everything =
        """
        # language: pt
        @tag
        Funcionalidade: Tudo
          Texto livre.

          Contexto:
            Dado que funciona

          Cenário: Linhas
            Quando a linha "olá" é escrita
            E a cor é azul
              | a | b |
              | 1 | 2 |
            Então falha
            E ninguém escreveu este 3
            E é ambíguo

          Regra: R
            @lento
            Esquema do Cenário: Exemplos
              Dado o texto
                ```yaml
                kind: <k>
                ```
              Exemplos:
                | k   |
                | Pod |
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("messages-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Every_message_is_valid_by_the_schema()
    {
        var run = await RunAsync();

        foreach (var line in run.Messages.Select(MessageJson.Serialize))
        {
            Assert.Empty(await MessageSchema.ValidateAsync(line));
        }

        Assert.Equal(
            ["Attachment", "GherkinDocument", "Hook", "Meta", "ParameterType", "Pickle", "Source", "StepDefinition", "Suggestion", "TestCase", "TestCaseFinished", "TestCaseStarted", "TestRunFinished", "TestRunHookFinished", "TestRunHookStarted", "TestRunStarted", "TestStepFinished", "TestStepStarted"],
            run.Messages.Select(message => typeof(Envelope).GetProperties().Single(property => property.GetValue(message) is not null).Name).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_schema_refuses_what_is_wrong()
    {
        Assert.NotEmpty(await MessageSchema.ValidateAsync("""{"testRunStarted":{"id":"1"}}"""));
        Assert.NotEmpty(await MessageSchema.ValidateAsync("""{"testRunStarted":{"timestamp":{"seconds":1,"nanos":0},"who":1}}"""));
        Assert.NotEmpty(await MessageSchema.ValidateAsync("""{"source":{"uri":"a","data":"","mediaType":"text/plain"}}"""));
    }

    [Fact]
    public async Task Every_id_is_unique_and_every_reference_has_its_object_before_it()
    {
        var known = new HashSet<string>();
        foreach (var message in (await RunAsync()).Messages)
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
    public async Task Every_test_step_starts_and_finishes_once_within_its_case()
    {
        var messages = (await RunAsync()).Messages;
        foreach (var started in messages.Select(message => message.TestCaseStarted).OfType<TestCaseStarted>())
        {
            var steps = messages.Single(message => message.TestCase?.Id == started.TestCaseId).TestCase.TestSteps.Select(step => step.Id).ToArray();
            Assert.Equal(steps.Order(StringComparer.Ordinal), messages.Where(message => message.TestStepStarted?.TestCaseStartedId == started.Id).Select(message => message.TestStepStarted.TestStepId).Order(StringComparer.Ordinal));
            Assert.Equal(steps.Order(StringComparer.Ordinal), messages.Where(message => message.TestStepFinished?.TestCaseStartedId == started.Id).Select(message => message.TestStepFinished.TestStepId).Order(StringComparer.Ordinal));
            Assert.Single(messages, message => message.TestCaseFinished?.TestCaseStartedId == started.Id);
        }
    }

    [Fact]
    public async Task Attachments_have_their_media_type_and_encoding()
    {
        var attachments = (await RunAsync()).Messages.Select(message => message.Attachment).OfType<Attachment>().ToArray();

        Assert.Contains(attachments, attachment => attachment is { MediaType: "text/x.cucumber.log+plain", Body: "olá", ContentEncoding: AttachmentContentEncoding.IDENTITY, TestStepId: not null });
        Assert.Contains(attachments, attachment => attachment is { MediaType: "application/yaml", FileName: "pod.yaml", Body: "kind: Pod" });
        Assert.Contains(attachments, attachment => attachment is { MediaType: "image/png", Body: "iVD/", ContentEncoding: AttachmentContentEncoding.BASE64 });
        Assert.Contains(attachments, attachment => attachment is { Body: "from a run hook", TestRunHookStartedId: not null });
    }

    [Fact]
    public async Task Lines_are_whole_under_parallel_writers_and_read_back()
    {
        var path = Path.Combine(folder, "new/folder/messages.ndjson");
        using (var sink = new NdjsonMessageSink(path))
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, 2000), (number, _) =>
            {
                sink.Write(Envelope.Create(new ParseError(new SourceReference($"features/{number}.feature", null, null, null), new string('x', number))));
                return ValueTask.CompletedTask;
            });

            // Read while the writer is still open: each line is there as soon as it is written.
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream);
            var lines = (await reader.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(2000, lines.Select(MessageJson.Deserialize).Select(message => message.ParseError.Source.Uri).Distinct().Count());
        }
    }

    private Task<EngineRun> RunAsync()
    {
        File.WriteAllText(Path.Combine(folder, "pod.yaml"), "kind: Pod");
        File.WriteAllBytes(Path.Combine(folder, "dot.png"), [0x89, 0x50, 0xff]);
        Steps.Folder.Value = folder;
        return EngineRun.OfAsync(Everything, typeof(Steps));
    }

    public enum Cor
    {
        Azul,
    }

    public sealed class Steps(IReqnrollOutputHelper output)
    {
        internal static AsyncLocal<string> Folder { get; } = new();

        [BeforeTestRun]
        public static void BeforeRun(IReqnrollOutputHelper helper) => helper.WriteLine("from a run hook");

        [AfterFeature("tag")]
        public static void AfterFeature()
        {
        }

        [BeforeScenario("lento")]
        public static void BeforeScenario()
        {
        }

        [AfterStep]
        public static void AfterStep()
        {
        }

        [StepArgumentTransformation("(longe|perto)", Name = "lugar")]
        public static Uri Place(string name) => new("place:" + name);

        [Given("que funciona")]
        public static void Works()
        {
        }

        [When("a linha {string} é escrita")]
        public void Written(string line)
        {
            output.WriteLine(line);
            output.AddAttachment(Path.Combine(Folder.Value!, "pod.yaml"));
            output.AddAttachment(Path.Combine(Folder.Value!, "dot.png"));
        }

        [When("a cor é {Cor}")]
        public static void Colour(Cor colour, DataTable table) => Assert.Equal((Cor.Azul, 1), (colour, table.RowCount));

        [Then("falha")]
        public static void Fails() => Assert.Fail("assim");

        [Then("é ambíguo")]
        public static void One()
        {
        }

        [Then("é {word}")]
        public static void Two(string word) => Assert.NotNull(word);

        [Given("o texto")]
        public static void Text(string text) => Assert.Equal("kind: Pod", text);
    }
}
