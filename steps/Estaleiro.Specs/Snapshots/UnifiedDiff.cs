using System.Globalization;
using System.Text;
using DiffPlex;

namespace Estaleiro.Specs.Snapshots;

/// <summary>The difference of two texts as <c>diff -u</c> shows it.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    public static string Of(string before, string after, string beforeName, string afterName)
    {
        // The line feed that ends a text starts no line of its own.
        if (before.EndsWith('\n') && after.EndsWith('\n'))
        {
            (before, after) = (before[..^1], after[..^1]);
        }

        var diff = Differ.Instance.CreateLineDiffs(before, after, ignoreWhitespace: false);
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"--- {beforeName}\n+++ {afterName}\n");
        var blocks = diff.DiffBlocks;
        for (var first = 0; first < blocks.Count;)
        {
            var last = first;
            while (last + 1 < blocks.Count && blocks[last + 1].DeleteStartA - (blocks[last].DeleteStartA + blocks[last].DeleteCountA) <= 2 * Context)
            {
                last++;
            }

            Hunk(text, diff.PiecesOld, diff.PiecesNew, [.. blocks.Skip(first).Take(last - first + 1)]);
            first = last + 1;
        }

        return text.ToString();
    }

    private static void Hunk(StringBuilder text, IReadOnlyList<string> old, IReadOnlyList<string> @new, DiffPlex.Model.DiffBlock[] blocks)
    {
        var (first, last) = (blocks[0], blocks[^1]);
        var lead = Math.Min(Context, first.DeleteStartA);
        var endA = last.DeleteStartA + last.DeleteCountA;
        var tail = Math.Min(Context, old.Count - endA);
        var startA = first.DeleteStartA - lead;
        var startB = first.InsertStartB - lead;
        var lengthA = endA + tail - startA;
        var lengthB = last.InsertStartB + last.InsertCountB + tail - startB;
        text.Append(CultureInfo.InvariantCulture, $"@@ -{startA + 1},{lengthA} +{startB + 1},{lengthB} @@\n");
        var at = startA;
        foreach (var block in blocks)
        {
            Lines(' ', old, at, block.DeleteStartA);
            Lines('-', old, block.DeleteStartA, block.DeleteStartA + block.DeleteCountA);
            Lines('+', @new, block.InsertStartB, block.InsertStartB + block.InsertCountB);
            at = block.DeleteStartA + block.DeleteCountA;
        }

        Lines(' ', old, at, endA + tail);

        void Lines(char mark, IReadOnlyList<string> source, int from, int to)
        {
            for (var line = from; line < to; line++)
            {
                text.Append(mark).Append(source[line]).Append('\n');
            }
        }
    }
}
