namespace Estaleiro.Cli.Processes;

/// <summary>Runs programs: the boundary that tests replace.</summary>
internal interface IProcessRunner
{
    /// <summary>Runs a program to its end and returns its exit code.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="onLine">Takes each line of standard output and standard error.</param>
    /// <param name="cancellationToken">
    /// Interrupts the program and, when its grace is over, kills it with everything it started.
    /// </param>
    /// <exception cref="CliException">The program is not there.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    Task<int> RunAsync(ProcessRequest request, Action<string> onLine, CancellationToken cancellationToken);
}
