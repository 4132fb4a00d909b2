using Estaleiro.Specs.Xunit.Pacing;
using Reqnroll.BoDi;

namespace Estaleiro.Specs.Samples.Bindings;

public sealed class PaceFactory(string script) : IStepPaceFactory
{
    public IStepPace Create(IObjectContainer scenario) => new ScriptedPace(script, scenario.Resolve<IReqnrollOutputHelper>());
}
