Feature: Tags

  @requires-kubernetes>=1.21
  Scenario: A tag with a comparison
    Given a cart with 1 apple

  @odd(tag)|x&y!~z=\b
  Scenario: A tag with everything
    Given a cart with 1 apple
