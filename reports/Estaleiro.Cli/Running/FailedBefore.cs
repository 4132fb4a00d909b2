using Estaleiro.Contract;
using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Running;

/// <summary>Finds the scenarios of an earlier run that should be run again.</summary>
internal static class FailedBefore
{
    /// <summary>Reads a run's folder, or that of a repeated run with all its rounds.</summary>
    /// <returns>The scenarios that failed, did not finish or never started.</returns>
    /// <exception cref="CliException">The folder contains no readable run.</exception>
    internal static IReadOnlyList<FailedScenario> Read(string folder)
    {
        if (!Directory.Exists(folder) && !File.Exists(folder))
        {
            throw CliException.Usage($"Folder {folder} does not exist. A run writes its results to reports/out/<run>; the last one is reports/out/latest.");
        }

        List<string> runs = Directory.Exists(folder)
            ? [.. new[] { folder }.Concat(Directory.EnumerateDirectories(folder, RunFolder.RoundPrefix + "*").Order(StringComparer.Ordinal))
                .Select(round => Path.Combine(round, RunFiles.Messages)).Where(File.Exists)]
            : [folder];
        if (runs.Count == 0)
        {
            throw CliException.Usage($"{folder} contains no {RunFiles.Messages}: it is not the folder of a run, or that run ended before its first scenario.");
        }

        return [.. runs.SelectMany(ReadOne).Distinct()];
    }

    private static IEnumerable<FailedScenario> ReadOne(string messages)
    {
        List<ScenarioResult> results;
        IReadOnlyList<SelectedScenario> selected;
        try
        {
            results = [.. TestRun.Load(messages).Scenarios];
            selected = SelectedScenario.ReadBeside(messages);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CliException.Usage($"Cannot read {messages}: {exception.Message}");
        }

        if (results.Count == 0 && selected.Count == 0)
        {
            throw CliException.Usage($"{messages} contains no scenarios. Run all of them instead.");
        }

        var failed = results.Where(result => result.Outcome is ScenarioOutcome.Failed or ScenarioOutcome.Unfinished).Select(FailedScenario.Of);
        return [.. failed, .. SelectedScenario.NotRun(selected, results).Select(scenario => new FailedScenario(scenario.Path, scenario.Name, ""))];
    }
}
