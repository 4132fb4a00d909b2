using Estaleiro.Steps.Evidences;
using Estaleiro.Steps.Musics;
using Estaleiro.Steps.Outcomes;
using Estaleiro.Steps.Runs;
using Xunit;

namespace Estaleiro.Steps.Bindings;

/// <summary>The Music controller as a program of its own.</summary>
[Binding]
public sealed class MusicProgramSteps(MusicProgram program, EvidenceLog evidence, Outcome outcome)
{
    /// <summary>A pod's container has so long before it is killed (terminationGracePeriodSeconds).</summary>
    private static readonly TimeSpan GracePeriod = TimeSpan.FromSeconds(30);

    [AfterScenario(Order = 9000)]
    public async Task KeepWhatItSaid()
    {
        if (program.Log is { Length: > 0 } log)
        {
            await evidence.AttachAsync("music-controller.log", log, CancellationToken.None);
        }
    }

    [Given("the Music controller {string} runs as a program of its own")]
    public void RunsAsAProgram(string identity) => program.Start(identity);

    [When("the program is sent the signal {word}")]
    public async Task IsSent(string signal)
    {
        Skip.If(OperatingSystem.IsWindows(), $"Windows has no {signal}");
        await program.SignalAsync(signal);
    }

    [Then("the program ends by itself, with the exit code {int}")]
    public async Task EndsByItself(int expected)
    {
        int found;
        try
        {
            found = await program.UntilEndedAsync(SpecRun.Current.Scale(GracePeriod));
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"The program still runs {GracePeriod.TotalSeconds} s after the signal. It said:\n{program.Log}");
        }

        Assert.True(found == expected, $"The program ended with the exit code {found}, expected {expected}. It said:\n{program.Log}");
        outcome.Add("the program ended", $"exit code {found}");
    }
}
