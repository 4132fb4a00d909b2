@music @slide-music
Feature: Music controller restarts
  And if the controller itself goes away?

  The tunes stop, and everything waits; you can still create, change and delete Musics. The next controller, or the next start of this one,
  finds everything it needs in the API server. If two run, the Lease says which of them acts.
  Reference: https://kubernetes.io/docs/concepts/architecture/leases/#leader-election and
  https://kubernetes.io/docs/concepts/overview/working-with-objects/finalizers/

  Background:
    Given a cluster
    And the Music resource is registered
    And the ConfigMap "cm-mario" holds the tune "mario"
    And the ConfigMap "cm-joy" holds the tune "ode-to-joy"
    And the Music controller "ana" runs, with a lease of 600 seconds
    And this manifest is applied:
      """yaml
      apiVersion: estaleiro.io/v1
      kind: Music
      metadata:
        name: joy
      spec:
        music: cm-joy
      ---
      apiVersion: estaleiro.io/v1
      kind: Music
      metadata:
        name: mario
      spec:
        music: cm-mario
      """
    And "status.title" of the Music "joy" becomes "Ode to Joy"
    And "status.title" of the Music "mario" becomes "mario"
    And "spec.holderIdentity" of the Lease "music-controller" becomes "ana"

  Scenario: A controller that starts anew makes up for what it missed, and touches nothing else
    When the Music controller "ana" is stopped
    Then the Music controller "ana" is silent
    When this manifest is applied:
      """yaml
      apiVersion: estaleiro.io/v1
      kind: Music
      metadata:
        name: star
      spec:
        music: cm-star
      """
    And the ConfigMap "cm-star" holds the tune "twinkle"
    And the Music "mario" is deleted
    Then the Music "mario" is marked for deletion
    And "spec.status" of the Music "mario" is "Tocando"
    When the Music controller "ana" runs, with a lease of 600 seconds
    Then the Music "mario" goes away
    And "status.title" of the Music "star" becomes "Twinkle"
    And the Music controller "ana" plays:
      | Music | first notes |
      | joy   | e5 e5 f5    |
      | star  | c5 c5 g5    |
    And the Music controller "ana" has written:
      | Music | field               | answer |
      | mario | metadata.finalizers | 200 OK |
      | star  | metadata.finalizers | 200 OK |
      | star  | spec.status         | 200 OK |
      | star  | status              | 200 OK |

  Scenario: Of two controllers one acts
    Given the Music controller "bia" runs, with a lease of 600 seconds
    When the ConfigMap "cm-mario" holds the tune "twinkle"
    Then the Music controller "ana" plays:
      | Music | first notes |
      | joy   | e5 e5 f5    |
      | mario | c5 c5 g5    |
    And the Music "mario" comes to have:
      | field           | value   |
      | status.title    | Twinkle |
      | status.playedBy | ana     |
    And "spec.holderIdentity" of the Lease "music-controller" is "ana"
    And the Music controller "bia" is silent
    And the Music controller "bia" has written nothing

  Scenario: The one that acts is stopped, and the other takes over
    It releases its lease, so no one has to wait ten minutes for it to expire.
    Given the Music controller "bia" runs, with a lease of 600 seconds
    When the Music controller "ana" is stopped
    Then "status.playedBy" of the Music "mario" becomes "bia"
    And "status.playedBy" of the Music "joy" becomes "bia"
    And the Music controller "bia" plays:
      | Music | first notes |
      | joy   | e5 e5 f5    |
      | mario | c5 e5 g5    |
    And the Music controller "ana" is silent
    And the Lease "music-controller" comes to have:
      | field                 | value |
      | spec.holderIdentity   | bia   |
      | spec.leaseTransitions | 1     |
