using Reqnroll.BoDi;

namespace Estaleiro.Specs.Xunit.Pacing;

/// <summary>Sets the pace of scenarios. A before-run hook registers one in the run's container.</summary>
public interface IStepPaceFactory
{
    /// <summary>The pace of one scenario, whose objects are in the container.</summary>
    IStepPace Create(IObjectContainer scenario);
}
