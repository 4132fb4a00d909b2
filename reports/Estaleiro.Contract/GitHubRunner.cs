using System.Text.RegularExpressions;

namespace Estaleiro.Contract;

/// <summary>The runner of GitHub Actions, which reads commands from everything that a job prints.</summary>
public static partial class GitHubRunner
{
    /// <summary>The variable that is <c>true</c> in every job.</summary>
    public const string Variable = "GITHUB_ACTIONS";

    /// <summary>Whether this process runs in a job.</summary>
    public static bool IsHere => Environment.GetEnvironmentVariable(Variable) == "true";

    /// <summary>
    /// The text with a space inside of each command: in <c>::</c> at the start of a line, and in <c>##[</c> anywhere
    /// (https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs). The runner compares by culture, which ignores
    /// combining marks.
    /// </summary>
    public static string WithoutCommands(string text) => OldCommand().Replace(Command().Replace(text, "$& "), "$& ");

    [GeneratedRegex(@"^[\s\p{M}]*:(?=\p{M}*:)", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"#(?=\p{M}*#\p{M}*\[)")]
    private static partial Regex OldCommand();
}
