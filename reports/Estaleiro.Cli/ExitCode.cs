namespace Estaleiro.Cli;

/// <summary>The command line's exit codes. Scripts rely on them.</summary>
internal static class ExitCode
{
    /// <summary>Nothing failed.</summary>
    internal const int Green = 0;

    /// <summary>A scenario failed, or the run is incomplete.</summary>
    internal const int Failed = 1;

    /// <summary>The command line, a feature file or another input is wrong.</summary>
    internal const int Usage = 2;

    /// <summary>Docker, the image, the cluster or the report folder is missing.</summary>
    internal const int Environment = 3;

    /// <summary>Ctrl-C or SIGTERM.</summary>
    internal const int Interrupted = 130;
}
