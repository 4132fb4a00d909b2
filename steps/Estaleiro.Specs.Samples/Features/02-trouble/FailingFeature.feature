@trouble @failing-feature
Feature: A feature that cannot begin

  Scenario: Nothing can run here
    Given it works
