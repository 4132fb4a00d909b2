namespace Estaleiro.Cli.Processes;

/// <summary>A program to run.</summary>
/// <param name="FileName">The program, looked up in PATH.</param>
/// <param name="Arguments">Its arguments, unquoted.</param>
/// <param name="WorkingDirectory">Its working directory.</param>
internal sealed record ProcessRequest(string FileName, IReadOnlyList<string> Arguments, string WorkingDirectory)
{
    /// <summary>Environment variables in addition to those of this process; a null value removes one.</summary>
    internal IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>How long the program may take to exit after it was asked to.</summary>
    internal TimeSpan Grace { get; init; } = TimeSpan.Zero;
}
