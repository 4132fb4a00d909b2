@under-way
Feature: Under way

  Scenario: One that has ended
    Given it works

  Scenario: One that has failed
    Given it breaks

  Scenario: One that lasts
    Given it works
    When it lasts
    Then it works

  Scenario: One that never began
    Given it works
