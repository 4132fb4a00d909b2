using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Estaleiro.Reports.Coverage;

/// <summary>
/// Upstream's list of its conformance tests: <c>test/conformance/testdata/conformance.yaml</c> in
/// https://github.com/kubernetes/kubernetes, of any version.
/// </summary>
public static class UpstreamTests
{
    /// <summary>Reads the list.</summary>
    /// <exception cref="UpstreamFormatException">The text is not such a list.</exception>
    /// <exception cref="IOException">Reading failed.</exception>
    public static IReadOnlyList<UpstreamTest> Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        List<Entry?>? entries;
        try
        {
            entries = new DeserializerBuilder().WithNamingConvention(LowerCaseNamingConvention.Instance).IgnoreUnmatchedProperties().Build()
                .Deserialize<List<Entry?>?>(reader);
        }
        catch (YamlException exception)
        {
            throw new UpstreamFormatException($"line {exception.Start.Line}: {exception.Message.ReplaceLineEndings(" ")}", exception);
        }

        if (entries is not { Count: > 0 })
        {
            throw new UpstreamFormatException("it contains no tests");
        }

        var nameless = entries.FindIndex(entry => string.IsNullOrWhiteSpace(entry?.Codename));
        return nameless < 0
            ? [.. entries.Select(entry => new UpstreamTest(string.Join(' ', entry!.Codename!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))]
            : throw new UpstreamFormatException($"entry {nameless + 1} has no codename");
    }

    private sealed record Entry
    {
        public string? Codename { get; init; }
    }
}
