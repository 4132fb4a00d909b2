using System.Security.Cryptography;
using System.Text;

namespace Estaleiro.Specs.Snapshots;

/// <summary>Where snapshots are: beside the feature, <c>Feature.Scenario.verified.yaml</c>.</summary>
public static class SnapshotFile
{
    /// <summary>The maximum length of a file name in UTF-8 bytes (NAME_MAX of Linux).</summary>
    private const int MostBytes = 255;

    private const int HashLength = 8;

    /// <summary>The longest ending, of <c>.received.yaml</c> and <c>.verified.yaml</c>.</summary>
    private const int EndingLength = 14;

    /// <summary>The name of a scenario's snapshot without its ending.</summary>
    /// <param name="feature">The name of the feature's file, without its ending.</param>
    /// <param name="scenario">The scenario's name, see <see cref="Catalog.ScenarioEntry.FileName"/>.</param>
    public static string Stem(string feature, string scenario) => Fit($"{feature}.{scenario}", MostBytes - EndingLength);

    /// <summary>The name if file systems accept its length, else its start and a hash of all of it.</summary>
    public static string Fit(string name, int mostBytes = MostBytes)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (Encoding.UTF8.GetByteCount(name) <= mostBytes)
        {
            return name;
        }

        var start = new StringBuilder();
        var free = mostBytes - HashLength - 1;
        foreach (var rune in name.EnumerateRunes())
        {
            free -= rune.Utf8SequenceLength;
            if (free < 0)
            {
                break;
            }

            start.Append(rune);
        }

        return $"{start}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..HashLength]}";
    }
}
