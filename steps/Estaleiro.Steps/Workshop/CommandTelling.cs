using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Estaleiro.Contract;
using Estaleiro.Steps.Evidence;

namespace Estaleiro.Steps.Workshop;

/// <summary>
/// Tells of a step's method, without running it, whether it records the kubectl line that does the same: steps do so before they act, so
/// that a workshop can hold them up there, with the line already known.
/// </summary>
internal static class CommandTelling
{
    /// <summary>Steps tell their line themselves or by one who does the work for them; deeper there is nothing to find.</summary>
    private const int Depth = 4;

    private static readonly HashSet<MethodBase> Tellers =
        [typeof(EvidenceLog).GetMethod(nameof(EvidenceLog.Kubectl))!, typeof(EvidenceLog).GetMethod(nameof(EvidenceLog.Note))!];

    /// <summary>Whether a line is a command, and not what one printed.</summary>
    public static bool IsCommand(string line) =>
        line.StartsWith(EvidenceNames.Prompt, StringComparison.Ordinal)
        || line.StartsWith("# ", StringComparison.Ordinal)
        || line.Split('$') is [{ Length: > 0 } node, [' ', ..], ..] && node.All(char.IsLetterOrDigit);

    /// <summary>Whether the method leads to a command being recorded.</summary>
    public static bool Tells(MethodBase method) => Tells(method, Depth, []);

    private static bool Tells(MethodBase method, int depth, HashSet<MethodBase> seen)
    {
        if (Tellers.Contains(method))
        {
            return true;
        }

        if (depth == 0 || method.Module != typeof(CommandTelling).Module || !seen.Add(method))
        {
            return false;
        }

        // The body of an async method or an iterator is that of its state machine.
        if (method.GetCustomAttribute<StateMachineAttribute>() is { } machine)
        {
            method = machine.StateMachineType.GetMethod("MoveNext", BindingFlags.Instance | BindingFlags.NonPublic)!;
        }

        return Calls(method).Any(called => Tells(called, depth - 1, seen));
    }

    /// <summary>The methods of a body that are called, or made into delegates. Bytes that only look like an instruction name no method.</summary>
    private static IEnumerable<MethodBase> Calls(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var types = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var arguments = method is { IsGenericMethod: true } ? method.GetGenericArguments() : null;
        for (var at = 0; at + 4 < code.Length; at++)
        {
            var isCall = code[at] == OpCodes.Call.Value || code[at] == OpCodes.Callvirt.Value;
            var isDelegate = at > 0 && code[at - 1] == 0xFE && code[at] == (OpCodes.Ldftn.Value & 0xFF);
            if (!isCall && !isDelegate)
            {
                continue;
            }

            MethodBase? called = null;
            try
            {
                called = method.Module.ResolveMethod(BitConverter.ToInt32(code, at + 1), types, arguments);
            }
            catch (Exception exception) when (exception is ArgumentException or BadImageFormatException or TypeLoadException)
            {
                // No instruction after all.
            }

            if (called is not null)
            {
                yield return called;
            }
        }
    }
}
