using System.ComponentModel;
using CliWrap;

namespace Estaleiro.Cli.Processes;

/// <summary>Runs programs through CliWrap.</summary>
internal sealed class ProcessRunner : IProcessRunner
{
    public async Task<int> RunAsync(ProcessRequest request, Action<string> onLine, CancellationToken cancellationToken)
    {
        var gate = new Lock();
        var pipe = PipeTarget.ToDelegate(line =>
        {
            lock (gate)
            {
                onLine(line);
            }
        });
        using var forceful = new CancellationTokenSource();
        await using var registration = cancellationToken.Register(() => forceful.CancelAfter(request.Grace));
        try
        {
            var result = await CliWrap.Cli.Wrap(request.FileName)
                .WithArguments(request.Arguments)
                .WithWorkingDirectory(request.WorkingDirectory)
                .WithEnvironmentVariables(request.Environment)
                .WithValidation(CommandResultValidation.None)
                .WithStandardOutputPipe(pipe)
                .WithStandardErrorPipe(pipe)
                .ExecuteAsync(forceful.Token, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            return result.ExitCode;
        }
        catch (Exception exception) when (exception is Win32Exception or FileNotFoundException)
        {
            throw CliException.Environment($"Cannot start '{request.FileName}': {exception.Message}", exception);
        }
    }
}
