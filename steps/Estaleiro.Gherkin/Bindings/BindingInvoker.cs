using System.Reflection;
using Estaleiro.Gherkin.BoDi;

namespace Estaleiro.Gherkin.Bindings;

/// <summary>Calls a binding's method on the object the container holds, and awaits what it returns.</summary>
internal static class BindingInvoker
{
    public static async Task<object?> InvokeAsync(MethodBinding binding, IObjectContainer container, object?[] arguments)
    {
        var target = binding.Method.IsStatic ? null : container.Resolve(binding.Method.ReflectedType!);
        var result = binding.Method.Invoke(target, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        switch (result)
        {
            case Task task:
                await task;
                return binding.Method.ReturnType.IsGenericType ? task.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(task) : null;
            case ValueTask valueTask:
                await valueTask;
                return null;
            case not null when result.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(ValueTask<>):
                var asTask = (Task)type.GetMethod(nameof(ValueTask<>.AsTask))!.Invoke(result, null)!;
                await asTask;
                return asTask.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(asTask);
            default:
                return result;
        }
    }

    /// <summary>A hook's parameters come from the container.</summary>
    public static Task InvokeHookAsync(HookBinding hook, IObjectContainer container) =>
        InvokeAsync(hook, container, [.. hook.ParameterTypes.Select(type => container.Resolve(type))]);
}
