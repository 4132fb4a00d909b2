namespace Estaleiro.Cli.Processes;

/// <summary>Runs programs. Tests replace this interface.</summary>
internal interface IProcessRunner
{
    /// <summary>Runs a program to its end and returns its exit code.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="onLine">Receives each line of standard output and standard error.</param>
    /// <param name="cancellationToken">
    /// Interrupts the program and, after the grace period, kills it with all its children.
    /// </param>
    /// <exception cref="CliException">The program does not exist.</exception>
    /// <exception cref="OperationCanceledException">The program was stopped.</exception>
    Task<int> RunAsync(ProcessRequest request, Action<string> onLine, CancellationToken cancellationToken);
}
