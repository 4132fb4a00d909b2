using System.Globalization;
using System.Text;
using Estaleiro.Gherkin.Messages;
using Io.Cucumber.Messages.Types;

namespace Estaleiro.Gherkin.Execution;

/// <summary>The output helper of a run, feature or scenario: lines go to the test's output, lines and files into the messages.</summary>
internal sealed class OutputHelper(IMessageSink sink, Action<string> writeLine) : IReqnrollOutputHelper
{
    /// <summary>What the attachments belong to now; set as hooks and steps start.</summary>
    public OutputTarget Target { get; set; } = new(null, null, null);

    public void WriteLine(string message)
    {
        writeLine(message);
        Attach(message, AttachmentContentEncoding.IDENTITY, null, MediaTypes.Log);
    }

    public void WriteLine(string format, params object[] args) => WriteLine(string.Format(CultureInfo.InvariantCulture, format, args));

    public void AddAttachment(string filePath)
    {
        var bytes = File.ReadAllBytes(filePath);
        var mediaType = MediaTypes.Of(filePath);
        var name = Path.GetFileName(filePath);
        writeLine($"attached: {filePath}");
        if (MediaTypes.IsText(mediaType) && TryDecode(bytes) is { } text)
        {
            Attach(text, AttachmentContentEncoding.IDENTITY, name, mediaType);
        }
        else
        {
            Attach(Convert.ToBase64String(bytes), AttachmentContentEncoding.BASE64, name, mediaType);
        }
    }

    /// <summary>Writes to the test's output only.</summary>
    public void Trace(string line) => writeLine(line);

    private static string? TryDecode(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private void Attach(string body, AttachmentContentEncoding encoding, string? fileName, string mediaType) =>
        sink.Write(Envelope.Create(new Attachment(
            body, encoding, fileName, mediaType, null, Target.TestCaseStartedId, Target.TestStepId, null, null, Target.TestRunHookStartedId, MessageFactory.Now())));
}
