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
    public void Characters_that_XML_cannot_hold_are_left_out()
    {
        var script = MessageScript.Started().Feature(Uri, "Nul \0 and \uFFFF", ("lone \uD800 surrogate, paired 😀", ["a"]));
        var id = Id("lone \uD800 surrogate, paired 😀");
        var run = script.Start(id).Step(id, 0, FAILED, "\u001b[31mred\u001b[0m \u0001bell\a ]]> & <tag>").End(id).Finished(success: false);
        var recorder = new TestRunRecorder();
        run.Envelopes.ToList().ForEach(envelope => recorder.Add(envelope));
        var suite = Suites(recorder.ToTestRun()).Single();

        Assert.Equal("Nul  and ", (string?)suite.Attribute("name"));
        Assert.Equal("lone  surrogate, paired 😀", (string?)suite.Element("testcase")!.Attribute("name"));
        Assert.Equal("red bell ]]> & <tag>", (string?)suite.Descendants("failure").Single().Attribute("message"));
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
            var document = Write(run);
            var errors = new List<string>();
            document.Validate(Schema(), (_, arguments) => errors.Add(arguments.Message));
            Assert.Empty(errors);
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

    private static IEnumerable<XElement> Suites(TestRun run) => Write(run).Root!.Elements("testsuite");

    private static XDocument Write(TestRun run)
    {
        using var stream = new MemoryStream();
        JUnitReport.Write(run, [new("cluster", "k3s")], stream);
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
