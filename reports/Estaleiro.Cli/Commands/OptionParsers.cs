using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Estaleiro.Cli.Commands;

/// <summary>Options whose error messages say what they accept, in one line.</summary>
internal static partial class OptionParsers
{
    internal static Option<int?> WholeNumber(string name, string helpName, int least, string description) => new(name)
    {
        HelpName = helpName,
        Description = description,
        CustomParser = result => int.TryParse(Text(result), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) && value >= least
            ? value
            : Refuse<int?>(result, $"{name} takes a whole number of at least {least}, not '{Text(result)}'."),
    };

    internal static Option<double?> Factor(string name, string helpName, string description) => new(name)
    {
        HelpName = helpName,
        Description = description,
        CustomParser = result =>
            double.TryParse(Text(result), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                && value > 0 && double.IsFinite(value)
                ? value
                : Refuse<double?>(result, $"{name} takes a number greater than 0, such as 2 or 1.5, not '{Text(result)}'."),
    };

    internal static Option<string?> OneOf(string name, string[] values, string description) => new(name)
    {
        HelpName = string.Join('|', values),
        Description = description,
        CustomParser = result => values.Contains(Text(result), StringComparer.Ordinal)
            ? Text(result)
            : Refuse<string?>(result, $"{name} takes {string.Join(" or ", values)}, not '{Text(result)}'."),
    };

    /// <summary>A Kubernetes release, minor or patch; its value begins with <c>v</c>.</summary>
    internal static Option<string?> Release(string name, string description) => new(name)
    {
        HelpName = "version",
        Description = description,
        CustomParser = result => ReleasePattern().Match(Text(result)) is { Success: true } match
            ? "v" + match.Groups[1].Value
            : Refuse<string?>(result, $"{name} takes a Kubernetes release, such as v1.36 or v1.36.4, not '{Text(result)}'."),
    };

    [GeneratedRegex(@"^v?(1\.\d{1,3}(?:\.\d{1,3}(?:-[0-9A-Za-z.]+)?)?)$")]
    private static partial Regex ReleasePattern();

    private static string Text(ArgumentResult result) => result.Tokens.Count == 0 ? "" : result.Tokens[^1].Value;

    private static T? Refuse<T>(ArgumentResult result, string message)
    {
        result.AddError(message);
        return default;
    }
}
