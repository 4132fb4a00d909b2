using System.Diagnostics;
using System.Reflection;
using System.Xml.Linq;
using Io.Cucumber.Messages.Types;
using Reqnroll.Formatters.PayloadProcessing;

namespace Estaleiro.Specs.Tests.Runs;

/// <summary>A run of the sample features by the real runner, in a process of its own: what it printed, its messages, its tests.</summary>
public sealed class SampleRun : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("samples-");
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> error;

    private SampleRun(string filter, string? messages, IReadOnlyDictionary<string, string> variables)
    {
        MessagesPath = messages ?? Path.Combine(folder.FullName, "messages.ndjson");
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "vstest", Assembly, $"--TestCaseFilter:{filter}", "--logger:trx;LogFileName=results.trx", $"--ResultsDirectory:{folder.FullName}",
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ESTALEIRO_MESSAGES"] = MessagesPath, ["HOME"] = Home, ["XDG_DATA_HOME"] = "" },
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
        output = process.StandardOutput.ReadToEndAsync();
        error = process.StandardError.ReadToEndAsync();
    }

    public string MessagesPath { get; }

    /// <summary>What the run takes for the user's home.</summary>
    public string Home => folder.CreateSubdirectory("home").FullName;

    public int ExitCode => process.ExitCode;

    public string Output { get; private set; } = "";

    public IReadOnlyList<Envelope> Messages { get; private set; } = [];

    /// <summary>Outcome and message of each test, by its name.</summary>
    public IReadOnlyDictionary<string, (string Outcome, string Message)> Tests { get; private set; } = new Dictionary<string, (string, string)>();

    private static string Assembly { get; } =
        typeof(SampleRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Samples").Value!;

    public static SampleRun Start(string filter, string? messages = null, params (string Name, string Value)[] variables) =>
        new(filter, messages, variables.ToDictionary(variable => variable.Name, variable => variable.Value));

    public static async Task<SampleRun> OfAsync(string filter, string? messages = null, params (string Name, string Value)[] variables)
    {
        var run = Start(filter, messages, variables);
        await run.EndAsync();
        return run;
    }

    /// <summary>The messages that are in the file now, though it is still being written. A line that is not whole is left out.</summary>
    public IReadOnlyList<Envelope> MessagesSoFar()
    {
        if (!File.Exists(MessagesPath))
        {
            return [];
        }

        using var reader = new StreamReader(new FileStream(MessagesPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        var text = reader.ReadToEnd();
        return [.. text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(NdjsonSerializer.Deserialize)];
    }

    /// <summary>As <c>kill -9</c> does, with all that the process started.</summary>
    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        await EndAsync();
    }

    /// <summary>The results of a scenario's steps and hooks in the order in which they came.</summary>
    public IReadOnlyList<TestStepResult> ResultsOf(string scenario)
    {
        var pickle = Messages.Single(message => message.Pickle?.Name == scenario).Pickle;
        var testCase = Messages.Single(message => message.TestCase?.PickleId == pickle.Id).TestCase;
        var started = Messages.Single(message => message.TestCaseStarted?.TestCaseId == testCase.Id).TestCaseStarted;
        return [.. Messages.Where(message => message.TestStepFinished?.TestCaseStartedId == started.Id).Select(message => message.TestStepFinished.TestStepResult)];
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task EndAsync()
    {
        await process.WaitForExitAsync();
        Output = await output + await error;
        Messages = MessagesPath.StartsWith(folder.FullName, StringComparison.Ordinal) ? MessagesSoFar() : [];
        var trx = Path.Combine(folder.FullName, "results.trx");
        if (File.Exists(trx))
        {
            // An error at the run's end is reported as another result of a test that has one already.
            Tests = XDocument.Load(trx).Descendants().Where(element => element.Name.LocalName == "UnitTestResult")
                .DistinctBy(element => (string)element.Attribute("testName")!)
                .ToDictionary(
                    element => (string)element.Attribute("testName")!,
                    element => (
                        (string)element.Attribute("outcome")!,
                        element.Descendants().FirstOrDefault(inner => inner.Name.LocalName == "Message")?.Value ?? ""));
        }
    }
}
