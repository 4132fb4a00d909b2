@rules
Feature: Rules and backgrounds

  Background:
    Given a cart with 1 apple

  Scenario: The feature's background runs first
    Then it holds 1 apple

  @fruit
  Rule: A rule has its own background
    It comes after the feature's.

    Background:
      When 2 apples are added

    Scenario: Both backgrounds
      Then it holds 3 apples
      And the scenario is tagged "fruit"
      And the rule is "A rule has its own background"

    Example: Once more
      When 1 apple is added
      Then it holds 4 apples

  Rule: Another rule

    Scenario: Only the feature's background
      Then it holds 1 apple
      And the scenario is not tagged "fruit"
