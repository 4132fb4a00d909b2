using System.Reflection;
using System.Text.RegularExpressions;
using Estaleiro.Gherkin.Expressions;

namespace Estaleiro.Gherkin.Bindings;

/// <summary>Every binding of some assemblies, and which of them fit a step.</summary>
internal sealed class BindingRegistry
{
    private readonly List<StepDefinitionBinding> stepDefinitions = [];
    private readonly List<HookBinding> hooks = [];
    private readonly List<TransformationBinding> transformations = [];
    private readonly List<string> problems = [];
    private readonly Func<string> newId;

    private BindingRegistry(IEnumerable<Type> types, Func<string> newId)
    {
        this.newId = newId;
        var methods = types.SelectMany(BindingMethods).ToArray();
        foreach (var method in methods)
        {
            AddHooks(method);
            AddTransformations(method);
        }

        transformations.Sort((a, b) => a.Order.CompareTo(b.Order));
        Converter = new ArgumentConverter(transformations);
        var stepMethods = methods.Where(method => method.IsDefined(typeof(StepDefinitionBaseAttribute))).ToArray();
        ParameterTypes = new ParameterTypeRegistry(
            transformations,
            stepMethods.SelectMany(method => method.GetParameters().Select(parameter => Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType)));
        foreach (var method in stepMethods)
        {
            AddStepDefinitions(method);
        }
    }

    public IReadOnlyList<StepDefinitionBinding> StepDefinitions => stepDefinitions;

    public IReadOnlyList<HookBinding> Hooks => hooks;

    public ParameterTypeRegistry ParameterTypes { get; }

    public ArgumentConverter Converter { get; }

    /// <summary>Bindings that can never work; no scenario runs while there is one.</summary>
    public IReadOnlyList<string> Problems => problems;

    public static BindingRegistry Load(IEnumerable<Assembly> assemblies, Func<string> newId) =>
        new(assemblies.Distinct().SelectMany(assembly => assembly.GetTypes()).Where(type => type.IsDefined(typeof(BindingAttribute), inherit: true)), newId);

    public static BindingRegistry Load(IEnumerable<Type> types, Func<string> newId) => new(types, newId);

    /// <summary>The hooks of a kind that fit, lowest order first; a method with several fitting attributes runs once.</summary>
    public IReadOnlyList<HookBinding> HooksFor(HookType type, ScopeSubject? subject) =>
        [.. hooks.Where(hook => hook.Type == type && hook.Matches(subject)).DistinctBy(hook => hook.Method).OrderBy(hook => hook.Order)];

    /// <summary>The definitions that fit a step best: one if all is well, none if it is undefined, several if it is ambiguous.</summary>
    public IReadOnlyList<StepMatch> Match(StepQuery step)
    {
        var matches = Candidates(step, checkArguments: true);
        if (matches.Count > 1)
        {
            var best = matches.Max(match => match.ScopeScore);
            return [.. matches.Where(match => match.ScopeScore == best)];
        }

        // Without a match, a definition that only its arguments keep away explains more than "undefined".
        return matches.Count == 1 ? matches : Candidates(step, checkArguments: false);
    }

    private static IEnumerable<MethodInfo> BindingMethods(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static)
            .Where(method => !method.IsPrivate || method.DeclaringType == type)
            .OrderBy(method => method.MetadataToken);

    private static BindingScope[] ScopesOf(MethodInfo method) =>
        [.. method.GetCustomAttributes<ScopeAttribute>().Concat(method.ReflectedType!.GetCustomAttributes<ScopeAttribute>()).Select(BindingScope.Of)];

    private List<StepMatch> Candidates(StepQuery step, bool checkArguments)
    {
        var matches = new List<StepMatch>();
        foreach (var definition in stepDefinitions.Where(definition => definition.Types.Contains(step.Type)))
        {
            if (definition.Expression?.Regex.Match(step.Text) is not { Success: true } match)
            {
                continue;
            }

            var score = definition.Scope is null ? 0 : definition.Scope.Match(step.Subject);
            if (score is null)
            {
                continue;
            }

            var arguments = Arguments(definition, match, step);
            if (!checkArguments || Fits(definition, arguments, step))
            {
                matches.Add(new StepMatch(definition, arguments, score.Value));
            }
        }

        return [.. matches.GroupBy(match => match.Definition.Method).Select(group => group.MaxBy(match => match.ScopeScore)!)];
    }

    private static List<MatchArgument> Arguments(StepDefinitionBinding definition, Match match, StepQuery step)
    {
        var arguments = match.Groups.Values.Skip(1).Where(group => group.Success)
            .Select((group, index) => new MatchArgument(group.Value, group.Index, definition.Expression!.ParameterTypeName(index)))
            .ToList();
        if (step.DocString is not null)
        {
            arguments.Add(new MatchArgument(step.DocString, null, null));
        }

        if (step.Table is not null)
        {
            arguments.Add(new MatchArgument(step.Table, null, null));
        }

        return arguments;
    }

    private bool Fits(StepDefinitionBinding definition, List<MatchArgument> arguments, StepQuery step) =>
        arguments.Count == definition.ParameterTypes.Length
        && arguments.Zip(definition.ParameterTypes).All(pair => Converter.CanConvert(pair.First.Value, pair.Second, step.Culture));

    private void AddHooks(MethodInfo method)
    {
        foreach (var attribute in method.GetCustomAttributes<HookAttribute>())
        {
            Check(method);
            if (attribute.Type <= HookType.AfterFeature && !method.IsStatic)
            {
                problems.Add($"The hook {Text(method)} must be static: it runs outside of scenarios.");
                continue;
            }

            hooks.Add(new HookBinding(newId(), method, attribute.Type, attribute.Order, HookScopes(method, attribute)));
        }
    }

    // As in Reqnroll, the tags of the attribute and the scopes are alternatives: any one lets the hook run.
    private static BindingScope[] HookScopes(MethodInfo method, HookAttribute attribute)
    {
        var scopes = ScopesOf(method);
        return attribute.Tags.Length == 0 ? scopes : [.. attribute.Tags.Select(BindingScope.OfTag), .. scopes];
    }

    private void AddTransformations(MethodInfo method)
    {
        foreach (var attribute in method.GetCustomAttributes<StepArgumentTransformationAttribute>())
        {
            Check(method);
            try
            {
                var regex = attribute.Regex is null ? null : ExpressionReader.WholeText(attribute.Regex);
                transformations.Add(new TransformationBinding(newId(), method, regex, attribute.Name, attribute.Order));
            }
            catch (ArgumentException error)
            {
                problems.Add($"The argument transformation {Text(method)} has a bad regular expression: {error.Message}");
            }
        }
    }

    private void AddStepDefinitions(MethodInfo method)
    {
        var scopes = ScopesOf(method);
        foreach (var attribute in method.GetCustomAttributes<StepDefinitionBaseAttribute>())
        {
            Check(method);
            var (expression, problem) = Read(attribute, method);
            if (problem is not null)
            {
                problems.Add(problem);
            }

            foreach (var scope in scopes.Length == 0 ? [null] : scopes.Cast<BindingScope?>())
            {
                stepDefinitions.Add(new StepDefinitionBinding(newId(), method, attribute.Types, scope, expression, attribute.Expression ?? method.Name, problem));
            }
        }
    }

    private (StepExpression? Expression, string? Problem) Read(StepDefinitionBaseAttribute attribute, MethodInfo method)
    {
        if (attribute.Expression is null)
        {
            return (null, $"The step definition {Text(method)} has no expression: give its attribute one.");
        }

        try
        {
            return (ExpressionReader.Read(attribute.Expression, attribute.ExpressionType, ParameterTypes), null);
        }
        catch (Exception error) when (error is CucumberExpressionException or ArgumentException or BindingException)
        {
            return (null, $"The step definition {Text(method)} has a bad expression '{attribute.Expression}': {error.Message}");
        }
    }

    private void Check(MethodInfo method)
    {
        if (method.ReturnType == typeof(void) && method.IsDefined(typeof(System.Runtime.CompilerServices.AsyncStateMachineAttribute)))
        {
            problems.Add($"The binding {Text(method)} is 'async void'; make it 'async Task', so that it can be awaited.");
        }

        if (method.ReflectedType!.IsAbstract && !method.IsStatic)
        {
            problems.Add($"The binding {Text(method)} is in an abstract class, so it must be static.");
        }
    }

    private static string Text(MethodInfo method) => $"{method.ReflectedType!.FullName}.{method.Name}";
}
