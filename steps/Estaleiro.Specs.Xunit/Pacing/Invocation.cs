using Reqnroll.Bindings.Reflection;

namespace Estaleiro.Specs.Xunit.Pacing;

/// <summary>A step with its arguments, which can be run as often as one likes.</summary>
/// <param name="Index">Which step of the scenario it is, from 0.</param>
/// <param name="Method">Its step definition.</param>
/// <param name="RunAsync">Runs it once.</param>
internal sealed record Invocation(int Index, RuntimeBindingMethod Method, Func<Task<object>> RunAsync);
