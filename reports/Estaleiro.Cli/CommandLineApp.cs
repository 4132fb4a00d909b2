using System.CommandLine;
using Estaleiro.Cli.Commands;
using Estaleiro.Cli.Terminal;

namespace Estaleiro.Cli;

/// <summary>Turns arguments into an exit code. It prints a stack trace only with <c>--verbose</c>.</summary>
internal sealed class CommandLineApp(CliServices services)
{
    internal async Task<int> InvokeAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var verbose = arguments.Contains("--verbose") || arguments.Contains("-v");
        try
        {
            // Tags start with an at sign, so response files are off.
            var parsed = CommandTree.Build(services).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Errors.Count > 0 && parsed.Action is not { ClearsParseErrors: true })
            {
                throw CliException.Usage(ParseErrorText.Of(parsed));
            }

            // Program handles signals: what was started must be removed before the process may end.
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            services.Error.Line("Interrupted.", Tone.Warning);
            return ExitCode.Interrupted;
        }
        catch (CliException exception)
        {
            Print(exception.Message, exception.InnerException, verbose);
            return exception.ExitCode;
        }
        catch (Clusters.ClusterException exception)
        {
            Print(exception.Message, exception.InnerException, verbose);
            return ExitCode.Environment;
        }
#pragma warning disable CA1031 // Last resort: for any exception the user gets one line and a log file, not a stack trace.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var details = verbose ? "" : $" Details: {CrashLog.Write(exception, arguments)}";
            Print($"Unexpected {exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}{details}", exception, verbose);
            return ExitCode.Environment;
        }
    }

    private void Print(string message, Exception? cause, bool verbose)
    {
        services.Error.Line(message, Tone.Bad);
        if (verbose && cause is not null)
        {
            services.Error.Line(cause.ToString(), Tone.Quiet);
        }
    }
}
