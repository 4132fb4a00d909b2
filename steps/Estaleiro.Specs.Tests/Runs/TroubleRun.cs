namespace Estaleiro.Specs.Tests.Runs;

/// <summary>One run of all that goes wrong, which many tests look at.</summary>
public sealed class TroubleRun : IAsyncLifetime
{
    public SampleRun Run { get; private set; } = null!;

    public async Task InitializeAsync() => Run = await SampleRun.OfAsync("Category=trouble");

    public Task DisposeAsync()
    {
        Run.Dispose();
        return Task.CompletedTask;
    }
}
