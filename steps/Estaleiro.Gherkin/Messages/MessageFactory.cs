using System.Reflection;
using System.Runtime.InteropServices;
using Cucumber.Messages;
using Estaleiro.Gherkin.Bindings;
using Io.Cucumber.Messages.Types;
using MessageHookType = Io.Cucumber.Messages.Types.HookType;

namespace Estaleiro.Gherkin.Messages;

/// <summary>Makes messages of bindings, results and times.</summary>
internal static class MessageFactory
{
    public static Timestamp Now() => Converters.ToTimestamp(DateTime.UtcNow);

    public static Meta Meta() => new(
        ProtocolVersion.Version.Split('+')[0],
        new Product("Estaleiro.Gherkin", typeof(MessageFactory).Assembly.GetName().Version?.ToString(3)),
        new Product(".NET", Environment.Version.ToString()),
        new Product(RuntimeInformation.OSDescription, Environment.OSVersion.Version.ToString()),
        new Product(RuntimeInformation.OSArchitecture.ToString(), null),
        null);

    public static StepDefinition StepDefinition(StepDefinitionBinding binding) => new(
        binding.Id,
        new StepDefinitionPattern(
            binding.Source,
            binding.Expression is { IsCucumberExpression: false } ? StepDefinitionPatternType.REGULAR_EXPRESSION : StepDefinitionPatternType.CUCUMBER_EXPRESSION),
        Reference(binding.Method));

    public static Hook Hook(HookBinding binding) => new(
        binding.Id,
        binding.Method.Name,
        Reference(binding.Method),
        TagExpressionOf(binding),
        binding.Type switch
        {
            Bindings.HookType.BeforeTestRun or Bindings.HookType.BeforeFeature => MessageHookType.BEFORE_TEST_RUN,
            Bindings.HookType.AfterTestRun or Bindings.HookType.AfterFeature => MessageHookType.AFTER_TEST_RUN,
            Bindings.HookType.BeforeScenario => MessageHookType.BEFORE_TEST_CASE,
            Bindings.HookType.AfterScenario => MessageHookType.AFTER_TEST_CASE,
            Bindings.HookType.BeforeStep => MessageHookType.BEFORE_TEST_STEP,
            _ => MessageHookType.AFTER_TEST_STEP,
        });

    public static Io.Cucumber.Messages.Types.ParameterType ParameterType(Expressions.ParameterType type, string id) =>
        new(type.Name, [.. type.Patterns], false, false, id, null);

    public static TestStepResult Result(TestStepResultStatus status, TimeSpan duration, System.Exception? error) => new(
        Converters.ToDuration(duration),
        error?.Message,
        status,
        error is null ? null : new Io.Cucumber.Messages.Types.Exception(error.GetType().FullName!, error.Message, error.ToString()));

    public static StepMatchArgumentsList Arguments(StepMatch match) => new(
    [
        .. match.Arguments.Where(argument => argument.Start is not null).Select(argument =>
            new StepMatchArgument(new Group([], argument.Start, (string)argument.Value), argument.ParameterTypeName)),
    ]);

    private static string? TagExpressionOf(HookBinding binding)
    {
        var tags = binding.Scopes.Where(scope => scope is { Tag: not null, Feature: null, Scenario: null }).Select(scope => "@" + scope.Tag).ToArray();
        return tags.Length == 0 || tags.Length < binding.Scopes.Length ? null : string.Join(" or ", tags);
    }

    private static SourceReference Reference(MethodInfo method) => SourceReference.Create(
        new JavaMethod(method.DeclaringType!.FullName!, method.Name, [.. method.GetParameters().Select(parameter => parameter.ParameterType.FullName ?? parameter.ParameterType.Name)]));
}
