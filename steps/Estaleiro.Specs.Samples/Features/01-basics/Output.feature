Feature: Output

  Scenario: Lines and attachments
    When a line "hello" is written
    And a text file "pod.yaml" with "kind: Pod, ação" is attached
    And a binary file "dot.png" is attached
    Then the output helper wrote "hello"
