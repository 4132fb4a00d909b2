using Estaleiro.Contract;
using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Running;

/// <summary>Reads a past run from a path that a user gives.</summary>
internal static class RunMessages
{
    /// <summary>The messages' path: what was named, or the messages in the folder that was named.</summary>
    internal static string PathOf(string named) => Directory.Exists(named) ? Path.Combine(named, RunFiles.Messages) : named;

    /// <exception cref="CliException">The file does not exist or cannot be read; one line says so.</exception>
    internal static TestRun Load(string path)
    {
        try
        {
            return TestRun.Load(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CliException.Usage(File.Exists(path)
                ? $"Cannot read {path}: {exception.Message}"
                : $"File {path} does not exist. A run writes its messages to reports/out/<run>/{RunFiles.Messages}.");
        }
    }
}
