using System.Text;
using Estaleiro.Reports.Messages;
using Xunit;

namespace Estaleiro.Reports.Tests;

public sealed class MessageReaderTests
{
    [Fact]
    public void A_growing_file_gives_each_message_once_its_line_is_whole()
    {
        var path = Path.GetTempFileName();
        try
        {
            using var writer = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.Read);
            using var reader = MessageReader.Open(path);
            var bytes = MessageScript.Started().Finished().ToBytes();
            var cut = Array.IndexOf(bytes, (byte)'\n') + 10;

            Write(bytes[..cut]);
            Assert.NotNull(Assert.Single(reader.ReadAvailable()).Meta);
            Assert.Empty(reader.ReadAvailable());
            Write(bytes[cut..^1]);
            Assert.NotNull(Assert.Single(reader.ReadAvailable()).TestRunStarted);
            Write(bytes[^1..]);
            Assert.NotNull(Assert.Single(reader.ReadAvailable()).TestRunFinished);
            Assert.Empty(reader.ReadToEnd());
            Assert.Empty(reader.Problems);

            void Write(byte[] part)
            {
                writer.Write(part);
                writer.Flush();
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_line_longer_than_the_buffer_and_a_split_character_arrive_whole()
    {
        var text = new string('ã', 200_000);
        var script = MessageScript.Started().Finished(message: text);

        using var reader = new MessageReader(new MemoryStream(script.ToBytes()));

        Assert.Equal(text, reader.ReadToEnd().Last().TestRunFinished?.Message);
    }

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_do_no_harm()
    {
        var text = "\uFEFF" + Encoding.UTF8.GetString(MessageScript.Started().Finished().ToBytes()).ReplaceLineEndings("\r\n");

        using var reader = new MessageReader(new MemoryStream(Encoding.UTF8.GetBytes(text)));

        Assert.Equal(3, reader.ReadToEnd().Count());
        Assert.Empty(reader.Problems);
    }

    [Fact]
    public void Problems_name_their_line_and_many_are_counted()
    {
        var text = string.Concat(Enumerable.Repeat("nonsense\n", 500));

        using var reader = new MessageReader(new MemoryStream(Encoding.UTF8.GetBytes(text)));

        Assert.Empty(reader.ReadToEnd());
        Assert.StartsWith("line 1 is not a Cucumber message: ", reader.Problems[0], StringComparison.Ordinal);
        Assert.Equal("and 490 more lines that are not Cucumber messages", reader.Problems[^1]);
    }

    [Fact]
    public void A_cut_line_is_called_cut()
    {
        var bytes = MessageScript.Started().Finished().ToBytes();

        using var reader = new MessageReader(new MemoryStream(bytes[..^5]));

        Assert.Equal(2, reader.ReadToEnd().Count());
        Assert.Equal("the messages end in the middle of line 3: the process that wrote them did not finish", Assert.Single(reader.Problems));
    }
}
