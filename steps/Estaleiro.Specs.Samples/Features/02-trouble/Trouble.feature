@trouble
Feature: Trouble
  What Reqnroll and xunit make of it.

  Scenario: A step throws
    Given it works
    When it breaks
    Then it works

  Scenario: A step is loud
    Given it prints a lot
    When it breaks with a lot of text

  Scenario: Steps are undefined
    Given it works
    When nobody wrote "this" for 3
      | a |
    And nobody wrote that
    Then it works

  Scenario: A step is pending
    Given it is pending
    Then it works

  Scenario: A step is ambiguous
    Given it is twice
    Then it works

  Scenario: A step definition takes too much
    Given it has 3

  Scenario: A step skips
    Given it is skipped
    Then it works

  @skipping-hook
  Scenario: A hook skips
    Given it works

  @failing-before
  Scenario: A before-hook fails
    Given it works

  @failing-after
  Scenario: An after-hook fails after a step
    Given it breaks

  @failing-after
  Scenario: An after-hook fails alone
    Given it works

  @ignore
  Scenario: Somebody ignores it
    Given it breaks

  @failing-disposal
  Scenario: An object cannot be disposed
    Given it holds what cannot be disposed
