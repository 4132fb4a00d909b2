using System.Globalization;

namespace Estaleiro.Cli.Running;

/// <summary>Numbers of things as a person says them.</summary>
internal static class CountText
{
    internal static string Of(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
