namespace Estaleiro.Cli.Processes;

/// <summary>A program to run.</summary>
/// <param name="FileName">The program, looked up in PATH.</param>
/// <param name="Arguments">Its arguments, not yet quoted.</param>
/// <param name="WorkingDirectory">Where it runs.</param>
internal sealed record ProcessRequest(string FileName, IReadOnlyList<string> Arguments, string WorkingDirectory)
{
    /// <summary>Variables it gets besides those of this process; null removes one.</summary>
    internal IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>How long it may take to end by itself once it is asked to.</summary>
    internal TimeSpan Grace { get; init; } = TimeSpan.Zero;
}
