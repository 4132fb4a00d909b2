using System.Text.RegularExpressions;
using Estaleiro.Api;

namespace Estaleiro.Steps.Scenarios;

/// <summary>What was said between the scenario and the API server, for the steps that judge it or go on from it.</summary>
public sealed partial class Conversation
{
    private readonly Stack<ApiAnswer> answers = new();

    /// <summary>The last answer.</summary>
    /// <exception cref="InvalidOperationException">Nothing was asked yet.</exception>
    public ApiAnswer Answer
    {
        get => answers.TryPeek(out var answer) ? answer : throw new InvalidOperationException("Nothing was asked of the API server yet.");
        set => answers.Push(value);
    }

    /// <summary>
    /// Puts values in place of what a spec writes as <c>{metadata.uid}</c>, a field of the last answer that has it, and of <c>{4 MiB}</c>,
    /// a text of that length.
    /// </summary>
    /// <exception cref="FormatException">No answer had such a field.</exception>
    public string Expand(string text, Func<string, string>? encode = null)
    {
        text = FieldOfAnAnswer().Replace(text, match =>
        {
            var value = answers.Select(answer => FieldPath.Read(answer.Body, match.Groups["field"].Value)).FirstOrDefault(found => !string.IsNullOrEmpty(found))
                ?? throw new FormatException($"No answer so far had the field {match.Groups["field"].Value}.");
            return encode is null ? value : encode(value);
        });
        return Mebibytes().Replace(
            text, match => new string('x', int.Parse(match.Groups["count"].Value, System.Globalization.CultureInfo.InvariantCulture) * 1024 * 1024));
    }

    [GeneratedRegex(@"\{(?<field>[A-Za-z]+(\.[A-Za-z]+)+)\}")]
    private static partial Regex FieldOfAnAnswer();

    [GeneratedRegex(@"\{(?<count>\d+) MiB\}")]
    private static partial Regex Mebibytes();
}
