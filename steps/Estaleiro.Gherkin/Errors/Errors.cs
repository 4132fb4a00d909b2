using System.Runtime.ExceptionServices;

namespace Estaleiro.Gherkin;

internal static class Errors
{
    /// <summary>Throws nothing, the one error with its stack trace, or all of them together.</summary>
    public static void Throw(IReadOnlyList<Exception> errors)
    {
        switch (errors.Count)
        {
            case 0:
                return;
            case 1:
                ExceptionDispatchInfo.Capture(errors[0]).Throw();
                return;
            default:
                throw new AggregateException(errors);
        }
    }
}
