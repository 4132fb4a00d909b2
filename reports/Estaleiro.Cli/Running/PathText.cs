namespace Estaleiro.Cli.Running;

/// <summary>Paths of features, which a stack may give from the clone's root, from somewhere below or from the file system's root.</summary>
internal static class PathText
{
    /// <summary>Whether a path of the catalogue and one of a run's messages mean the same file.</summary>
    internal static bool IsSame(string known, string uri)
    {
        uri = uri.Replace('\\', '/');
        return string.Equals(uri, known, StringComparison.OrdinalIgnoreCase)
            || uri.EndsWith("/" + known, StringComparison.OrdinalIgnoreCase)
            || known.EndsWith("/" + uri, StringComparison.OrdinalIgnoreCase);
    }
}
