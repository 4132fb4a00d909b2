namespace Estaleiro.Gherkin;

/// <summary>The part of a scenario that is running.</summary>
public enum ScenarioBlock
{
    /// <summary>No step has started.</summary>
    None = 0,

    /// <summary>A Given step or one that follows it with And or But.</summary>
    Given = 1,

    /// <summary>A When step or one that follows it with And or But.</summary>
    When = 2,

    /// <summary>A Then step or one that follows it with And or But.</summary>
    Then = 3,
}
