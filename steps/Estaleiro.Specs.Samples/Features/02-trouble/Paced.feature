@paced
Feature: Paced

  # Watch for: the count
  @tag
  Scenario: Growing
    Given the count is 1
    # above the step
    When it grows
    Then it is big enough
      | a |
