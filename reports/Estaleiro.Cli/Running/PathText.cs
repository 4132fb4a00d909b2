namespace Estaleiro.Cli.Running;

/// <summary>Compares feature paths, which may be absolute, or relative to the clone or a folder in it.</summary>
internal static class PathText
{
    /// <summary>Whether a path of the catalogue and one of a run's messages are the same file.</summary>
    internal static bool IsSame(string known, string uri)
    {
        uri = uri.Replace('\\', '/');
        return string.Equals(uri, known, StringComparison.OrdinalIgnoreCase)
            || uri.EndsWith("/" + known, StringComparison.OrdinalIgnoreCase)
            || known.EndsWith("/" + uri, StringComparison.OrdinalIgnoreCase);
    }
}
