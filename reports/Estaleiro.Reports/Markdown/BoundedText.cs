using System.Text;

namespace Estaleiro.Reports.Markdown;

/// <summary>A text that stays within so many bytes of UTF-8: what does not fit is refused whole.</summary>
internal sealed class BoundedText(int mostBytes)
{
    private readonly StringBuilder text = new();
    private int free = mostBytes;

    internal static int SizeOf(string piece) => Encoding.UTF8.GetByteCount(piece);

    /// <summary>Adds a piece where it fits and leaves that many bytes for what must still come.</summary>
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
