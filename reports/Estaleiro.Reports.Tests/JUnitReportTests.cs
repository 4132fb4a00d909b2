using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Estaleiro.Reports.JUnit;
using Estaleiro.Reports.Model;
using Xunit;
using static Io.Cucumber.Messages.Types.TestStepResultStatus;

namespace Estaleiro.Reports.Tests;

public sealed class JUnitReportTests
{
    private const string Uri = MessageScript.Uri;

    [Fact]
    public void Each_feature_is_a_suite_and_each_scenario_a_case()
    {
        var suite = Suites(Mixed()).First();

        Assert.Equal("Scheduler", (string?)suite.Attribute("name"));
        Assert.Equal(("3", "1", "0", "1"), (
            (string?)suite.Attribute("tests"), (string?)suite.Attribute("failures"), (string?)suite.Attribute("errors"), (string?)suite.Attribute("skipped")));
        Assert.Equal(["pass", "fail", "skip"], suite.Elements("testcase").Select(test => (string?)test.Attribute("name")));
        Assert.All(suite.Elements("testcase"), test => Assert.Equal("Scheduler", (string?)test.Attribute("classname")));
        Assert.Contains(
            suite.Element("properties")!.Elements(), property => (string?)property.Attribute("name") == "cluster" && (string?)property.Attribute("value") == "k3s");
    }

    [Fact]
    public void A_failure_has_the_real_error_with_its_step_and_line()
    {
        var failure = Suites(Mixed()).Descendants("failure").Single();

        Assert.Equal("expected 2 pods", (string?)failure.Attribute("message"));
        Assert.Equal("Xunit.Sdk.EqualException", (string?)failure.Attribute("type"));
        Assert.Equal($"{Uri}:7: When b\nexpected 2 pods\nfound 1\n   at Steps.Then()", failure.Value);
    }

    [Fact]
    public void A_skip_has_its_reason() =>
        Assert.Equal("dns: none", (string?)Suites(Mixed()).Descendants("skipped").Single().Attribute("message"));

    [Fact]
    public void An_interrupted_run_shows_as_errors()
    {
        var run = MessageScript.Started().Feature(Uri, "Scheduler", ("one", ["a"])).Start(Id("one")).Load();
        var suites = Suites(run).ToList();

        Assert.Equal("Interrupted", (string?)suites[0].Descendants("error").Single().Attribute("type"));
        Assert.Equal("the run", (string?)suites[1].Attribute("name"));
        Assert.StartsWith("the run was interrupted", (string?)suites[1].Descendants("error").Single().Attribute("message"), StringComparison.Ordinal);
    }

    [Fact]
    public void Characters_that_XML_cannot_hold_are_shown_and_colours_left_out()
    {
        var script = MessageScript.Started().Feature(Uri, "Nul \0 and \uFFFF", ("lone \uD800 surrogate, paired 😀", ["a"]));
        var id = Id("lone \uD800 surrogate, paired 😀");
        var run = script.Start(id).Step(id, 0, FAILED, "\u001b[31mred\u001b[0m \u0001bell\a ]]> & <tag>").End(id).Finished(success: false);
        var recorder = new TestRunRecorder();
        run.Envelopes.ToList().ForEach(envelope => recorder.Add(envelope));
        var suite = Suites(recorder.ToTestRun()).Single();

        Assert.Equal("Nul ␀ and <U+FFFF>", (string?)suite.Attribute("name"));
        Assert.Equal("lone <U+D800> surrogate, paired 😀", (string?)suite.Element("testcase")!.Attribute("name"));
        Assert.Equal("red ␁bell␇ ]]> & <tag>", (string?)suite.Descendants("failure").Single().Attribute("message"));
    }

    [Fact]
    public void It_stays_far_below_the_size_that_readers_refuse()
    {
        var names = Enumerable.Range(1, 400).Select(number => $"{number}").ToList();
        var script = MessageScript.Started().Feature(Uri, "Scheduler", [.. names.Select(name => (name, (string[])["a"]))]);
        names.ForEach(name => script.Start(Id(name)).Step(Id(name), 0, FAILED, new string('x', 100_000)).End(Id(name)));
        using var stream = new MemoryStream();

        JUnitReport.Write(script.Finished(success: false).Load(), [], stream);

        Assert.InRange(stream.Length, 3_000_000, 6_000_000);
        Assert.EndsWith("more characters in report.html</failure>", Encoding.UTF8.GetString(stream.ToArray()).Split('\n').First(line => line.Contains("more char", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void Step_by_step_each_step_is_a_case_of_its_scenario()
    {
        var script = MessageScript.Started().Feature(Uri, "Scheduler", ("pass", ["same", "same"]), ("fail", ["a", "b", "c"]), ("skip", ["d"]));
        script.Run(Id("pass"), PASSED, PASSED)
            .Start(Id("fail")).Step(Id("fail"), 0, PASSED).Step(Id("fail"), 1, FAILED, "expected 2\nfound 1").Step(Id("fail"), 2, SKIPPED).End(Id("fail"))
            .Start(Id("skip")).Step(Id("skip"), 0, SKIPPED, "dns: none").End(Id("skip"));
        var suite = Suites(script.Finished(success: false).Load(), JUnitGranularity.Step).Single();

        Assert.Equal(("6", "1", "0", "2"), (
            (string?)suite.Attribute("tests"), (string?)suite.Attribute("failures"), (string?)suite.Attribute("errors"), (string?)suite.Attribute("skipped")));
        Assert.Equal(
            [
                "Scheduler / pass: 1. When same", "Scheduler / pass: 2. When same", "Scheduler / fail: 1. When a", "Scheduler / fail: 2. When b",
                "Scheduler / fail: 3. When c", "Scheduler / skip: 1. When d",
            ],
            suite.Elements("testcase").Select(test => $"{(string?)test.Attribute("classname")}: {(string?)test.Attribute("name")}"));
        Assert.Equal($"{Uri}:9: When b\nexpected 2\nfound 1", suite.Elements("testcase").ElementAt(3).Element("failure")!.Value);
        Assert.Equal(
            ["an earlier step did not pass", "dns: none"], suite.Descendants("skipped").Select(skipped => (string?)skipped.Attribute("message")));
    }

    [Fact]
    public void Step_by_step_a_hook_that_failed_is_a_case_and_an_interrupted_step_an_error()
    {
        var step = new StepResult { Kind = StepKind.Step, Keyword = "When", Text = "a", Line = 4, Status = ResultStatus.Passed };
        var hook = new StepResult { Kind = StepKind.After, Text = "clean up", Status = ResultStatus.Failed, Message = "still there" };
        var open = new StepResult { Kind = StepKind.Step, Keyword = "Then", Text = "b", Line = 5, Status = ResultStatus.Unknown };
        ScenarioResult[] scenarios =
        [
            new() { Feature = "F", Name = "hooked", Uri = Uri, Line = 3, Steps = [step, hook], Status = ResultStatus.Failed, Finished = true, Culprit = hook },
            new() { Feature = "F", Name = "open", Uri = Uri, Line = 9, Steps = [step, open], Status = ResultStatus.Passed, Finished = false },
            new() { Feature = "F", Name = "empty", Uri = Uri, Line = 12, Steps = [], Status = ResultStatus.Passed, Finished = true },
        ];
        var suite = Suites(
            new TestRun { Features = [new FeatureResult { Uri = Uri, Name = "F", Scenarios = scenarios, Rules = [] }], Problems = [] }, JUnitGranularity.Step).Single();

        Assert.Equal(
            ["1. When a", "2. clean up", "1. When a", "2. Then b", "empty"], suite.Elements("testcase").Select(test => (string?)test.Attribute("name")));
        Assert.Equal($"{Uri}:3: clean up\nstill there", suite.Descendants("failure").Single().Value);
        Assert.Equal($"{Uri}:5: Then b\ninterrupted: the run ended before this scenario did", suite.Descendants("error").Single().Value);
    }

    [Fact]
    public void It_is_valid_whatever_the_run_is()
    {
        var runs = new[]
        {
            Mixed(),
            MessageScript.Load(""),
            MessageScript.Load("nonsense\n"),
            MessageScript.Started().Finished().Load(),
            MessageScript.Started().Feature(Uri, "", ("", [])).Run(Id("")).Finished().Load(),
            MessageScript.Started().Start("lost").Load(),
            MessageScript.Started().Outline(Uri, "F", "O", "\u0001", "<x>").Run("O \u0001", PASSED).Run("O <x>", UNDEFINED).Load(),
        };
        foreach (var run in runs)
        {
            foreach (var granularity in Enum.GetValues<JUnitGranularity>())
            {
                var document = Write(run, granularity);
                var errors = new List<string>();
                document.Validate(Schema(), (_, arguments) => errors.Add(arguments.Message));
                Assert.Empty(errors);
            }
        }
    }

    private static TestRun Mixed()
    {
        var script = MessageScript.Started().Feature(Uri, "Scheduler", ("pass", ["a"]), ("fail", ["b"]), ("skip", ["c"]));
        var error = new Io.Cucumber.Messages.Types.Exception("Xunit.Sdk.EqualException", "expected 2 pods\nfound 1", "Xunit.Sdk.EqualException: expected 2 pods\nfound 1\n   at Steps.Then()");
        return script.Run(Id("pass"), PASSED)
            .Start(Id("fail")).Step(Id("fail"), 0, FAILED, "expected 2 pods\nfound 1", error).End(Id("fail"))
            .Start(Id("skip")).Step(Id("skip"), 0, SKIPPED, "dns: none").End(Id("skip"))
            .Finished(success: false).Load();
    }

    private static IEnumerable<XElement> Suites(TestRun run, JUnitGranularity granularity = JUnitGranularity.Scenario) =>
        Write(run, granularity).Root!.Elements("testsuite");

    private static XDocument Write(TestRun run, JUnitGranularity granularity)
    {
        using var stream = new MemoryStream();
        JUnitReport.Write(run, [new("cluster", "k3s")], stream, granularity);
        return XDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()), LoadOptions.PreserveWhitespace);
    }

    private static XmlSchemaSet Schema()
    {
        var schemas = new XmlSchemaSet();
        using var stream = typeof(JUnitReportTests).Assembly.GetManifestResourceStream("junit.xsd")!;
        using var reader = XmlReader.Create(stream);
        schemas.Add(XmlSchema.Read(reader, null)!);
        return schemas;
    }

    private static string Id(string scenario) => MessageScript.Id(Uri, scenario);
}
