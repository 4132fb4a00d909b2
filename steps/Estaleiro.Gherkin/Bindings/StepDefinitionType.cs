namespace Estaleiro.Gherkin.Bindings;

/// <summary>The kind of a step; And, But and * take the kind of the step before them.</summary>
public enum StepDefinitionType
{
    /// <summary>What is already so.</summary>
    Given = ScenarioBlock.Given,

    /// <summary>What happens.</summary>
    When = ScenarioBlock.When,

    /// <summary>What should come of it.</summary>
    Then = ScenarioBlock.Then,
}
