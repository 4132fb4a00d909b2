Feature: Output

  Scenario: Lines and attachments
    When a line "hello" is written
    And a text file "note.txt" with "some text" is attached
    And a binary file "dot.png" is attached
    Then the output helper wrote "hello"
