using System.Text;

namespace Estaleiro.Cli.Running;

/// <summary>Reads the lines that another process appends to a text file.</summary>
internal sealed class FileLines(string path)
{
    private readonly StringBuilder pending = new();
    private readonly Decoder decoder = Encoding.UTF8.GetDecoder();
    private long position;

    /// <summary>Returns the lines completed since the last call.</summary>
    internal IReadOnlyList<string> ReadAvailable()
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            stream.Position = position;
            var buffer = new byte[4096];
            var characters = new char[4096];
            int count;
            while ((count = stream.Read(buffer)) > 0)
            {
                pending.Append(characters, 0, decoder.GetChars(buffer, 0, count, characters, 0));
            }

            position = stream.Position;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }

        var text = pending.ToString();
        var end = text.LastIndexOf('\n');
        if (end < 0)
        {
            return [];
        }

        pending.Remove(0, end + 1);
        return text[..end].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
