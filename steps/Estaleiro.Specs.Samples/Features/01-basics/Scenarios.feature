@first
Feature: Scenarios
  The smallest road through the runner.

  Scenario: Adding
    Given a cart with 2 apples
    When 3 apples are added
    Then it holds 5 apples

  @outline
  Scenario Outline: Eating
    Given a cart with <start> apples
    When <eaten> apple(s) are eaten
    Then it holds <left> apples
    And the scenario's argument "left" is "<left>"
    And the scenario is tagged "outline"

    Examples:
      | start | eaten | left |
      | 5     | 2     | 3    |
      | 1     | 1     | 0    |

    @late
    Examples: later
      | start | eaten | left |
      | 9     | 2     | 7    |

  @late
  Scenario: Tags of feature and scenario
    Then the scenario is tagged "first"
    And the scenario is tagged "late"
    And the scenario is not tagged "outline"

  Scenario: Skipped by a step
    Given a cart with 2 apples
    And nobody is hungry

  @ignore
  Scenario: Ignored
    Given a step nobody wrote

  Scenario: Hyphen-ated, "quoted" and 3rd: ünïcode!
    Given a cart with 1 apple
    Then it holds 1 apple

  Scenario: class
    Given a cart with 1 apple

  Scenario: Hyphen ated quoted and 3rd ünïcode, another
    * a cart with 2 apples
    * 3 apples are added
