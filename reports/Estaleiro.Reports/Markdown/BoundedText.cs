using System.Text;

namespace Estaleiro.Reports.Markdown;

/// <summary>A text with a maximum length in UTF-8 bytes. A piece that does not fit is not added at all.</summary>
internal sealed class BoundedText(int mostBytes)
{
    private readonly StringBuilder text = new();
    private int free = mostBytes;

    internal static int SizeOf(string piece) => Encoding.UTF8.GetByteCount(piece);

    /// <summary>Adds a piece if it fits and leaves the given number of bytes for later pieces.</summary>
    internal bool TryAdd(string piece, int reserve = 0)
    {
        var size = SizeOf(piece);
        if (size + reserve > free)
        {
            return false;
        }

        free -= size;
        text.Append(piece);
        return true;
    }

    public override string ToString() => text.ToString();
}
