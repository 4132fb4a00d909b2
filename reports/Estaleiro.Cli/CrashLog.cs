namespace Estaleiro.Cli;

/// <summary>Saves the details of unexpected errors.</summary>
internal static class CrashLog
{
    /// <summary>Writes an error with its stack trace to a file and returns the file's path.</summary>
    internal static string Write(Exception exception, IReadOnlyList<string> arguments)
    {
        var path = Path.Combine(Path.GetTempPath(), $"estaleiro-error-{Guid.NewGuid().ToString("N")[..8]}.log");
        try
        {
            File.WriteAllText(path, $"estaleiro {string.Join(' ', arguments)}\n{exception}\n");
            return path;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "run again with --verbose";
        }
    }
}
