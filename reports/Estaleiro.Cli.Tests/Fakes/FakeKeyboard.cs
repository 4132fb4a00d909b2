using Estaleiro.Cli.Terminal;
using Estaleiro.Cli.Workshops;
using Estaleiro.Contract.Workshop;
using Xunit;

namespace Estaleiro.Cli.Tests.Fakes;

/// <summary>Somebody who presses these keys, one for each question, and then none any more.</summary>
internal sealed class FakeKeyboard(string keys) : IKeyboard, IWorkshopShell
{
    private int next;

    internal List<WorkshopCluster> Shells { get; } = [];

    public bool IsThere => true;

    public async Task<char> ReadAsync(CancellationToken cancellationToken)
    {
        if (next == keys.Length)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return keys[next++];
    }

    public Task OpenAsync(WorkshopCluster cluster, string folder, CancellationToken cancellationToken)
    {
        Assert.True(Directory.Exists(folder));
        Shells.Add(cluster);
        return Task.CompletedTask;
    }
}
