@words
Feature: Words

  Scenario: A word has another meaning here
    Then "on node1, not on node10" reads "on α, not on node10":
      | node1 |
      | node1 |
