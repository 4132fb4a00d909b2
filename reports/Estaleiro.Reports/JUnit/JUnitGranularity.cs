namespace Estaleiro.Reports.JUnit;

/// <summary>What one test case of a JUnit report represents.</summary>
public enum JUnitGranularity
{
    /// <summary>A scenario, or one example of an outline.</summary>
    Scenario,

    /// <summary>A step; its scenario is the class of the test case.</summary>
    Step,
}
