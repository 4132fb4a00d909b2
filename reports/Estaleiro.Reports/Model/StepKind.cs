namespace Estaleiro.Reports.Model;

/// <summary>The kinds of parts of a scenario.</summary>
public enum StepKind
{
    /// <summary>A step of the feature file.</summary>
    Step,

    /// <summary>A hook that ran before the scenario or before a step.</summary>
    Before,

    /// <summary>A hook that ran after the scenario or after a step.</summary>
    After,
}
