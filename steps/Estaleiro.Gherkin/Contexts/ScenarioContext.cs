using Estaleiro.Gherkin.BoDi;

namespace Estaleiro.Gherkin;

/// <summary>The running scenario: what it is, how it stands, and a bag for values its steps share.</summary>
public class ScenarioContext : ReqnrollContext
{
    internal ScenarioContext(IObjectContainer container, ScenarioInfo scenario, RuleInfo? rule)
    {
        ScenarioContainer = container;
        ScenarioInfo = scenario;
        RuleInfo = rule;
    }

    /// <summary>Title, tags and arguments.</summary>
    public ScenarioInfo ScenarioInfo { get; }

    /// <summary>The rule the scenario belongs to, null outside rules.</summary>
    public RuleInfo? RuleInfo { get; }

    /// <summary>The kind of the current step.</summary>
    public ScenarioBlock CurrentScenarioBlock { get; internal set; }

    /// <summary>Creates the scenario's objects and disposes them at its end.</summary>
    public IObjectContainer ScenarioContainer { get; }

    /// <summary>How the scenario stands; a step before this one may have changed it.</summary>
    public ScenarioExecutionStatus ScenarioExecutionStatus { get; internal set; }

    /// <summary>The current step, null between steps.</summary>
    public ScenarioStepContext? StepContext { get; internal set; }
}
