using Estaleiro.Contract;
using Gherkin.CucumberMessages;
using Io.Cucumber.Messages.Types;
using Reqnroll;
using Reqnroll.Bindings;
using Reqnroll.Formatters.ExecutionTracking;
using Reqnroll.Formatters.PayloadProcessing.Cucumber;

namespace Estaleiro.Specs.Xunit.Messages;

/// <summary>
/// Reqnroll's messages, and in them what readers miss there: why a step was skipped, the names of hooks, the whole names of exceptions, and texts as
/// texts.
/// </summary>
internal sealed class SpecMessageFactory : CucumberMessageFactory
{
    private const string Yaml = "application/yaml";
    private const string Text = "text/plain";

    /// <summary>Endings that Reqnroll takes for bytes (https://www.iana.org/assignments/media-types).</summary>
    private static readonly Dictionary<string, string> MediaTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".cfg"] = Text,
        [".log"] = Text,
        [".md"] = "text/markdown",
        [".yaml"] = Yaml,
        [".yml"] = Yaml,
    };

    public override Hook ToHook(IHookBinding hookBinding, IIdGenerator iDGenerator)
    {
        var hook = base.ToHook(hookBinding, iDGenerator);
        return new(hook.Id, hookBinding.Method.Name, hook.SourceReference, hook.TagExpression, hook.Type);
    }

    public override TestStepFinished ToTestStepFinished(TestStepExecutionTracker testStepExecutionTracker) =>
        WithReason(base.ToTestStepFinished(testStepExecutionTracker), testStepExecutionTracker.Exception);

    public override TestStepFinished ToTestStepFinished(HookStepExecutionTracker hookStepExecutionTracker) =>
        WithReason(base.ToTestStepFinished(hookStepExecutionTracker), hookStepExecutionTracker.Exception);

    public override Attachment ToAttachment(AttachmentTracker tracker)
    {
        var attachment = base.ToAttachment(tracker);
        var mediaType = MediaTypes.GetValueOrDefault(Path.GetExtension(tracker.FilePath), attachment.MediaType);
        var isText = mediaType.StartsWith("text/", StringComparison.Ordinal) || mediaType is Yaml or "application/json" or "application/xml" or "image/svg+xml";
        return WithIds(
            attachment,
            isText ? TextOf(tracker.FilePath) : attachment.Body,
            isText ? AttachmentContentEncoding.IDENTITY : attachment.ContentEncoding,
            mediaType);
    }

    public override Attachment ToAttachment(OutputMessageTracker tracker)
    {
        var attachment = base.ToAttachment(tracker);
        return WithIds(attachment, MessageText.Cut(attachment.Body, "the test's output"), attachment.ContentEncoding, attachment.MediaType);
    }

    private static string TextOf(string path)
    {
        using var reader = new StreamReader(path);
        var start = new char[MessageText.MostOfFile];
        var text = new string(start, 0, reader.ReadBlock(start));
        return reader.Peek() < 0 ? text : $"{text}\n… more in the evidence's file {Path.GetFileName(path)}";
    }

    // Reqnroll writes an empty id where there is none.
    private static Attachment WithIds(Attachment attachment, string body, AttachmentContentEncoding encoding, string mediaType) => new(
        body,
        encoding,
        attachment.FileName,
        mediaType,
        attachment.Source,
        NullIfEmpty(attachment.TestCaseStartedId),
        NullIfEmpty(attachment.TestStepId),
        attachment.Url,
        attachment.TestRunStartedId,
        NullIfEmpty(attachment.TestRunHookStartedId),
        attachment.Timestamp);

    private static string? NullIfEmpty(string? id) => string.IsNullOrEmpty(id) ? null : id;

    private static TestStepFinished WithReason(TestStepFinished finished, System.Exception? error)
    {
        if (error is null)
        {
            return finished;
        }

        var result = finished.TestStepResult;
        var status = result.Status == TestStepResultStatus.AMBIGUOUS && error is not AmbiguousBindingException ? TestStepResultStatus.FAILED : result.Status;
        var (type, message) = (error.GetType().FullName!, MessageText.OfError(error.Message));
        var trace = error.Message.Length <= MessageText.Most ? error.ToString() : $"{type}: {message}\n{error.StackTrace}";
        var exception = new Io.Cucumber.Messages.Types.Exception(type, message, MessageText.Cut(trace, "the test's log", 2 * MessageText.Most));
        return new(
            finished.TestCaseStartedId,
            finished.TestStepId,
            new TestStepResult(result.Duration, message, status, exception),
            finished.Timestamp);
    }
}
