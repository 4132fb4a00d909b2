namespace Estaleiro.Specs.Tests.Runs;

/// <summary>One run of every sample that ends by itself.</summary>
public sealed class EveryMessage : IAsyncLifetime
{
    public SampleRun Run { get; private set; } = null!;

    public async Task InitializeAsync() => Run = await SampleRun.OfAsync("Category!=under-way");

    public Task DisposeAsync()
    {
        Run.Dispose();
        return Task.CompletedTask;
    }
}
