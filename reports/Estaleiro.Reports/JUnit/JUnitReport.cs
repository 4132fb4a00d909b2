using System.Globalization;
using System.Text;
using System.Xml;
using Estaleiro.Contract;
using Estaleiro.Reports.Model;
using Estaleiro.Reports.Summary;

namespace Estaleiro.Reports.JUnit;

/// <summary>
/// Writes a run as JUnit XML: a test suite per feature, and a test case per scenario and example, or per step. There is no standard. The
/// output satisfies both Ant's and Jenkins' schema (https://github.com/windyroad/JUnit-Schema, https://github.com/jenkinsci/xunit-plugin).
/// </summary>
public static class JUnitReport
{
    /// <summary>The maximum length of an attribute, which readers show in one line.</summary>
    private const int LongestMessage = 1000;

    /// <summary>The maximum number of characters of all failures' texts together: common readers refuse files of 10 MB.</summary>
    private const int MostText = 4_000_000;

    private const string InReport = "report.html";

    private static readonly XmlWriterSettings Settings = new() { Indent = true, Encoding = new UTF8Encoding(false), NewLineChars = "\n" };

    /// <summary>Writes the report.</summary>
    /// <param name="run">The run.</param>
    /// <param name="properties">
    /// Properties of every suite in addition to those from the messages: cluster, image, Kubernetes version.
    /// </param>
    /// <param name="output">The output stream, written as UTF-8.</param>
    /// <param name="granularity">What one test case represents.</param>
    /// <exception cref="IOException">Writing failed.</exception>
    public static void Write(
        TestRun run,
        IReadOnlyList<KeyValuePair<string, string>> properties,
        Stream output,
        JUnitGranularity granularity = JUnitGranularity.Scenario)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(properties);
        using var writer = XmlWriter.Create(output, Settings);
        writer.WriteStartElement("testsuites");
        var id = 0;
        foreach (var feature in run.Features)
        {
            WriteSuite(writer, run, feature, properties, id++, granularity);
        }

        if (run.Problems.Count > 0 || run.Hooks.Any(hook => hook.Status > ResultStatus.Skipped))
        {
            WriteRunSuite(writer, run, id);
        }

        writer.WriteEndElement();
    }

    private static void WriteSuite(
        XmlWriter writer,
        TestRun run,
        FeatureResult feature,
        IReadOnlyList<KeyValuePair<string, string>> properties,
        int id,
        JUnitGranularity granularity)
    {
        var scenarios = feature.AllScenarios.ToList();
        var cases = scenarios.SelectMany(scenario => JUnitCase.Of(scenario, granularity)).ToList();
        WriteSuiteStart(
            writer,
            id,
            feature.Name,
            scenarios.Min(scenario => scenario.StartedAt) ?? run.StartedAt,
            tests: cases.Count,
            failures: cases.Count(test => test.Outcome == ScenarioOutcome.Failed),
            errors: cases.Count(test => test.Outcome == ScenarioOutcome.Unfinished),
            skipped: cases.Count(test => test.Outcome == ScenarioOutcome.Skipped),
            time: new(scenarios.Sum(scenario => scenario.Duration.Ticks)));
        writer.WriteStartElement("properties");
        foreach (var (name, value) in properties.Concat(run.Environment).Append(new("feature", feature.Uri)))
        {
            writer.WriteStartElement("property");
            WriteAttribute(writer, "name", name);
            WriteAttribute(writer, "value", value);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
        var most = LongestText(run);
        foreach (var test in cases)
        {
            WriteCase(writer, test, most);
        }

        WriteSuiteEnd(writer);
    }

    /// <summary>Adds test cases for problems outside any scenario, because JUnit only knows test cases.</summary>
    private static void WriteRunSuite(XmlWriter writer, TestRun run, int id)
    {
        var failed = run.Hooks.Where(hook => hook.Status > ResultStatus.Skipped)
            .Select(hook => (hook.Name, Message: hook.Message ?? "failed without a message"))
            .Concat(run.Problems.Select((problem, index) => (Name: $"the run is complete ({index + 1})", Message: problem)))
            .ToList();
        WriteSuiteStart(writer, id, "the run", run.StartedAt, failed.Count, 0, failed.Count, 0, TimeSpan.Zero);
        writer.WriteElementString("properties", null);
        foreach (var (name, message) in failed)
        {
            writer.WriteStartElement("testcase");
            WriteAttribute(writer, "classname", "the run");
            WriteAttribute(writer, "name", name);
            WriteAttribute(writer, "time", "0");
            WriteProblem(writer, "error", "run", message, MessageText.Cut(message, InReport));
            writer.WriteEndElement();
        }

        WriteSuiteEnd(writer);
    }

    private static void WriteSuiteStart(
        XmlWriter writer,
        int id,
        string name,
        DateTimeOffset? timestamp,
        int tests,
        int failures,
        int errors,
        int skipped,
        TimeSpan time)
    {
        writer.WriteStartElement("testsuite");
        WriteAttribute(writer, "id", Number(id));
        WriteAttribute(writer, "name", name.Trim().Length == 0 ? "(untitled)" : name);
        WriteAttribute(writer, "package", "features");

        // The schema's pattern has no time zone, so the time is in UTC.
        WriteAttribute(
            writer,
            "timestamp",
            (timestamp ?? DateTimeOffset.UnixEpoch).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
        WriteAttribute(writer, "hostname", "localhost");
        WriteAttribute(writer, "tests", Number(tests));
        WriteAttribute(writer, "failures", Number(failures));
        WriteAttribute(writer, "errors", Number(errors));
        WriteAttribute(writer, "skipped", Number(skipped));
        WriteAttribute(writer, "time", Seconds(time));
    }

    private static void WriteSuiteEnd(XmlWriter writer)
    {
        writer.WriteElementString("system-out", null);
        writer.WriteElementString("system-err", null);
        writer.WriteEndElement();
    }

    private static void WriteCase(XmlWriter writer, JUnitCase test, int most)
    {
        writer.WriteStartElement("testcase");
        WriteAttribute(writer, "classname", test.ClassName);
        WriteAttribute(writer, "name", test.Name);
        WriteAttribute(writer, "time", Seconds(test.Duration));
        switch (test)
        {
            case { SkipReason: { } reason }:
                writer.WriteStartElement("skipped");
                WriteAttribute(writer, "message", OneLine(reason));
                writer.WriteEndElement();
                break;
            case { Outcome: ScenarioOutcome.Failed, Failure: { } failure }:
                WriteFailure(writer, "failure", failure.Step?.Status.ToString() ?? "Failed", failure.Failure, failure.Step, most);
                break;
            case { Failure: { } failure }:
                WriteFailure(writer, "error", "Interrupted", failure.Failure, failure.Step, most);
                break;
        }

        writer.WriteEndElement();
    }

    private static void WriteFailure(XmlWriter writer, string element, string status, RunFailure failure, StepResult? step, int most)
    {
        var text = new StringBuilder().Append(failure.Where);
        if (failure.Step is { } title)
        {
            text.Append(": ").Append(title);
        }

        text.Append('\n').Append(failure.Cause);
        if (step?.StackTrace is { Length: > 0 } trace && !failure.Cause.Contains(trace, StringComparison.Ordinal))
        {
            text.Append('\n').Append(WithoutMessage(trace));
        }

        WriteProblem(writer, element, step?.ErrorType ?? status, failure.Cause, MessageText.Cut(text.ToString(), InReport, most));
    }

    private static int LongestText(TestRun run) =>
        Math.Clamp(MostText / Math.Max(1, run.Scenarios.Count(scenario => scenario.Status > ResultStatus.Skipped)), LongestMessage, 50_000);

    // Exception.ToString() starts with type and message, which the cause already contains.
    private static string WithoutMessage(string trace)
    {
        var frames = trace.IndexOf("\n   at ", StringComparison.Ordinal);
        return frames < 0 ? trace : trace[(frames + 1)..];
    }

    private static void WriteProblem(XmlWriter writer, string element, string type, string message, string text)
    {
        writer.WriteStartElement(element);
        WriteAttribute(writer, "message", OneLine(message));
        WriteAttribute(writer, "type", type);
        writer.WriteString(PrintableText.Of(text));
        writer.WriteEndElement();
    }

    private static void WriteAttribute(XmlWriter writer, string name, string value) =>
        writer.WriteAttributeString(name, PrintableText.Of(value));

    private static string OneLine(string text)
    {
        var line = text.Trim().Split('\n')[0].TrimEnd('\r');
        return line.Length <= LongestMessage ? line : line[..LongestMessage] + "…";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
