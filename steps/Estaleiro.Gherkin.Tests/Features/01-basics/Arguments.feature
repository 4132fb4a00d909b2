Feature: Arguments

  Scenario: A data table
    When the stock is
      | fruit | count |
      | apple | 3     |
      | pear  |       |
    Then there are 2 rows with columns "fruit,count"
    And row 1 has "apple" under "fruit" and "3" at index 1
    And row 2 has "" under "count" and "" at index 1

  Scenario: A data table turned into objects
    When the stock is counted
      | fruit | count |
      | apple | 3     |
      | pear  | 4     |
    Then 7 fruits are counted

  Scenario: A doc string
    When the manifest is
      """yaml
      kind: Pod
        name: web
      """
    Then the manifest has 2 lines and starts with "kind: Pod"

  Scenario Outline: Placeholders in tables and doc strings
    When the stock is
      | fruit   | count   |
      | <fruit> | <count> |
    And the manifest is
      """
      kind: <fruit>
      """
    Then row 1 has "<fruit>" under "fruit" and "<count>" at index 1
    And the manifest has 1 lines and starts with "kind: <fruit>"

    Examples:
      | fruit | count |
      | kiwi  | 12    |

  Scenario: A transformation by a regular expression
    Then "2 minutes" is the span of 120 seconds
    And within 3 hours there are 10800 seconds

  Scenario: A named transformation
    Then the small pod takes 1 slots
    And the large pod takes 4 slots

  Scenario: A transformation that waits
    Then twice five is 10

  Scenario: Enums, whatever the case and spaces
    Then the taint no schedule has the number 0
    And the taint NoExecute has the number 1

  Scenario: Built-in parameter types
    Then these are read: 42 -7 99999999999 1.5 "a b" 'c' word 0.25 200 12
    And anything else at all fits the anonymous one

  Scenario: A nullable and a Guid
    Then 3 is no null and 0f8fad5b-d9cb-469f-a165-70867728950e is a Guid
