using System.Collections.Concurrent;
using Estaleiro.Cli.Processes;

namespace Estaleiro.Cli.Tests.Fakes;

/// <summary>Plays <c>dotnet</c>: <c>restore</c>, <c>build</c> and <c>test</c> answer as a test says.</summary>
internal sealed class FakeProcesses : IProcessRunner
{
    private readonly ConcurrentQueue<ProcessRequest> requests = new();

    internal IReadOnlyCollection<ProcessRequest> Requests => requests;

    internal Func<Action<string>, int> Restore { get; set; } = line =>
    {
        line("error NU1101: Unable to find package Verify.Xunit.");
        return 1;
    };

    internal Func<Action<string>, int> Build { get; set; } = _ => 0;

    internal Func<ProcessRequest, Action<string>, CancellationToken, Task<int>> Test { get; set; } = (_, _, _) => Task.FromResult(0);

    internal ProcessRequest Request(string command) => Requests.Single(request => request.Arguments[0] == command);

    public Task<int> RunAsync(ProcessRequest request, Action<string> onLine, CancellationToken cancellationToken)
    {
        requests.Enqueue(request);
        return request.Arguments[0] switch
        {
            "restore" => Task.FromResult(Restore(onLine)),
            "build" => Task.FromResult(Build(onLine)),
            "test" => Test(request, onLine, cancellationToken),
            var other => throw new InvalidOperationException(other),
        };
    }
}
