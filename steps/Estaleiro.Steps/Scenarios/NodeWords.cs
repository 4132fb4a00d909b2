using System.Text.RegularExpressions;
using Estaleiro.Clusters;
using Estaleiro.Specs.Xunit.Pacing;

namespace Estaleiro.Steps.Scenarios;

/// <summary>Puts the names of an existing cluster's nodes in place of the specs' own: <c>alpha</c> for <c>node1</c>.</summary>
internal sealed partial class NodeWords(IReadOnlyList<IClusterNode> nodes) : IStepWords
{
    public string Replace(string text) =>
        Alias().Replace(text, match => nodes.FirstOrDefault(node => node.Alias == match.Value)?.Name ?? match.Value);

    [GeneratedRegex(@"(?<![\w.-])node\d+(?![\w-])")]
    private static partial Regex Alias();
}
