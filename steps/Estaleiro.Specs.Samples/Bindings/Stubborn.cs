namespace Estaleiro.Specs.Samples.Bindings;

public sealed class Stubborn : IAsyncDisposable
{
    public ValueTask DisposeAsync() => throw new InvalidOperationException("stays");
}
