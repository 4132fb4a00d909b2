@hooked
Feature: Hooks

  Scenario: Order of before-hooks
    Then the hooks so far are "run, feature, scenario early, scenario, scenario tagged, step"

  @special
  Scenario: Scoped hooks
    Then the hook for "special" ran
    And the scoped step says "special"

  Scenario: Unscoped step
    Then the scoped step says "general"

  Scenario: Objects live as long as their container
    Then the binding object is new, the feature's the same and the run's the same
    And the context bag holds what the hook put there

  Scenario: After-hooks of the scenarios before
    Then the after-hooks of "Order of before-hooks" ran in order
    And the objects of "Order of before-hooks" are disposed
