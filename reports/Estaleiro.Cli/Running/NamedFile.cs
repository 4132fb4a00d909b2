namespace Estaleiro.Cli.Running;

/// <summary>A file that the user named with an option.</summary>
internal static class NamedFile
{
    /// <summary>Writes it anew.</summary>
    /// <param name="path">The file.</param>
    /// <param name="option">The option with which another one can be chosen.</param>
    /// <param name="write">Writes its content.</param>
    /// <exception cref="CliException">It cannot be written.</exception>
    internal static async Task WriteAsync(string path, string option, Func<Stream, Task> write)
    {
        try
        {
            await using var file = File.Create(path);
            await write(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CliException.Environment($"Cannot write {path}: {exception.Message} Choose another file with {option}.", exception);
        }
    }
}
