using System.Reflection;
using System.Reflection.Emit;

namespace Estaleiro.Gherkin.Execution;

/// <summary>
/// Tells without running it that a step definition is not written yet: its whole body throws <see cref="PendingStepException"/>, as the
/// suggested ones do. One that throws it only sometimes shows when it runs.
/// </summary>
internal static class PendingBody
{
    /// <summary>Whether the method does nothing else.</summary>
    public static bool Is(MethodInfo method)
    {
        // nop? ldstr? newobj throw (ECMA-335, III); debug builds begin with the nop.
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var at = 0;
        if (Has(OpCodes.Nop))
        {
            at++;
        }

        if (Has(OpCodes.Ldstr))
        {
            at += 5;
        }

        if (!Has(OpCodes.Newobj) || at + 5 >= code.Length || code[at + 5] != OpCodes.Throw.Value)
        {
            return false;
        }

        var token = BitConverter.ToInt32(code, at + 1);
        return method.Module.ResolveMethod(token)?.DeclaringType == typeof(PendingStepException);

        bool Has(OpCode operation) => at < code.Length && code[at] == operation.Value;
    }
}
