using Io.Cucumber.Messages.Types;

namespace Estaleiro.Reports.Model;

/// <summary>Creates the steps of one attempt from the messages.</summary>
internal sealed class StepResultFactory(
    FeatureIndex index, IReadOnlyDictionary<string, Hook> hooks, IReadOnlyDictionary<string, List<string>> snippets)
{
    internal IReadOnlyList<StepResult> Create(TestCase? testCase, Pickle? pickle, ScenarioAttempt attempt)
    {
        // Without the test case only the results are known.
        var testSteps = testCase?.TestSteps
            ?? [.. attempt.Results.Keys.Select(id => new TestStep(null, id, null, [], []))];
        var pickleSteps = (pickle?.Steps ?? []).ToDictionary(step => step.Id, StringComparer.Ordinal);
        var firstStep = testSteps.FindIndex(step => step.PickleStepId is not null);
        return [.. testSteps.Select((step, position) => step.PickleStepId is { } id
            ? ToStep(step, pickleSteps.GetValueOrDefault(id), attempt)
            : ToHook(step, position > firstStep && firstStep >= 0, attempt))];
    }

    internal static ResultStatus ToStatus(TestStepResult? result) => result?.Status switch
    {
        TestStepResultStatus.PASSED => ResultStatus.Passed,
        TestStepResultStatus.SKIPPED => ResultStatus.Skipped,
        TestStepResultStatus.PENDING => ResultStatus.Pending,
        TestStepResultStatus.UNDEFINED => ResultStatus.Undefined,
        TestStepResultStatus.AMBIGUOUS => ResultStatus.Ambiguous,
        TestStepResultStatus.FAILED => ResultStatus.Failed,
        _ => ResultStatus.Unknown,
    };

    internal static IReadOnlyList<AttachedFile> AttachmentsOf(ScenarioAttempt attempt, string? stepId) =>
        [.. attempt.Attachments.Where(attachment => attachment.TestStepId == stepId).Select(ToAttachedFile)];

    internal static AttachedFile ToAttachedFile(Attachment attachment) => new(
        attachment.FileName,
        attachment.MediaType,
        attachment.Body,
        attachment.ContentEncoding == AttachmentContentEncoding.BASE64,
        attachment.Url,
        MessageTime.ToDateTimeOffset(attachment.Timestamp));

    private StepResult ToStep(TestStep step, PickleStep? pickleStep, ScenarioAttempt attempt)
    {
        var source = pickleStep is null ? null : index.Step(pickleStep);
        var result = attempt.Results.GetValueOrDefault(step.Id);
        return new StepResult
        {
            Kind = StepKind.Step,
            Keyword = source?.Keyword?.Trim() ?? "",
            Text = pickleStep?.Text ?? "(a step that the messages do not describe)",
            Line = source?.Location?.Line,
            Status = ToStatus(result),
            Duration = MessageTime.ToTimeSpan(result?.Duration),
            Message = MessageOf(result),
            ErrorType = result?.Exception?.Type,
            StackTrace = result?.Exception?.StackTrace,
            DocString = pickleStep?.Argument?.DocString?.Content,
            Table =
            [
                .. (pickleStep?.Argument?.DataTable?.Rows ?? [])
                    .Select(row => (IReadOnlyList<string>)[.. (row.Cells ?? []).Select(cell => cell.Value)]),
            ],
            Snippets = pickleStep is null ? [] : snippets.GetValueOrDefault(pickleStep.Id) ?? [],
            Attachments = AttachmentsOf(attempt, step.Id),
        };
    }

    private StepResult ToHook(TestStep step, bool afterSteps, ScenarioAttempt attempt)
    {
        var hook = step.HookId is null ? null : hooks.GetValueOrDefault(step.HookId);
        var result = attempt.Results.GetValueOrDefault(step.Id);
        var after = hook?.Type switch
        {
            HookType.AFTER_TEST_CASE or HookType.AFTER_TEST_STEP or HookType.AFTER_TEST_RUN => true,
            HookType.BEFORE_TEST_CASE or HookType.BEFORE_TEST_STEP or HookType.BEFORE_TEST_RUN => false,
            _ => afterSteps,
        };
        return new StepResult
        {
            Kind = after ? StepKind.After : StepKind.Before,
            Text = hook?.Name is { Length: > 0 } name ? name : after ? "After hook" : "Before hook",
            Status = ToStatus(result),
            Duration = MessageTime.ToTimeSpan(result?.Duration),
            Message = MessageOf(result),
            ErrorType = result?.Exception?.Type,
            StackTrace = result?.Exception?.StackTrace,
            Attachments = AttachmentsOf(attempt, step.Id),
        };
    }

    private static string? MessageOf(TestStepResult? result) =>
        !string.IsNullOrWhiteSpace(result?.Message) ? result.Message
        : !string.IsNullOrWhiteSpace(result?.Exception?.Message) ? result.Exception.Message
        : null;
}
