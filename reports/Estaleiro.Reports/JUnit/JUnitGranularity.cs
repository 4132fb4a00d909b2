namespace Estaleiro.Reports.JUnit;

/// <summary>What a test case of a JUnit report stands for.</summary>
public enum JUnitGranularity
{
    /// <summary>A scenario, or one example of an outline.</summary>
    Scenario,

    /// <summary>A step of one; its scenario is the case's class.</summary>
    Step,
}
