@music @slide-music
Feature: Music controller outages
  And if the API server goes away, or the machine that the controller runs on?

  Without the API server, what is being played keeps playing: the controller has its cache. When the server is back, its watch history may
  be gone, and the controller recovers all the same. A controller that crashes cannot release its Lease: the other one waits until it
  expires.
  Reference: https://kubernetes.io/docs/reference/using-api/api-concepts/#efficient-detection-of-changes and
  https://kubernetes.io/docs/concepts/architecture/leases/#leader-election

  @own-cluster @restores-cluster @requires-component-control
  Scenario: The API server is restarted, and nothing that comes after is missed
    Given a cluster with these nodes:
      | node  |
      | node1 |
    And the Music resource is registered
    And the ConfigMap "cm-mario" holds the tune "mario"
    And the Music controller "ana" runs, with a lease of 60 seconds
    And this manifest is applied:
      """yaml
      apiVersion: estaleiro.io/v1
      kind: Music
      metadata:
        name: mario
      spec:
        music: cm-mario
      """
    And "status.title" of the Music "mario" becomes "mario"
    When the component "kube-apiserver" is restarted
    Then the Music controller "ana" plays:
      | Music | first notes |
      | mario | c5 e5 g5    |
    And the Music controller "ana" has begun to play the Music "mario" 1 time
    When the ConfigMap "cm-mario" holds the tune "ode-to-joy"
    Then the Music "mario" comes to have:
      | field           | value      |
      | status.title    | Ode to Joy |
      | status.playedBy | ana        |
    When this manifest is applied:
      """yaml
      apiVersion: estaleiro.io/v1
      kind: Music
      metadata:
        name: luigi
      spec:
        music: cm-mario
      """
    Then the Music controller "ana" plays:
      | Music | first notes |
      | luigi | e5 e5 f5    |
      | mario | e5 e5 f5    |
    And the Music controller "ana" has written:
      | Music | field               | answer |
      | luigi | metadata.finalizers | 200 OK |
      | luigi | spec.status         | 200 OK |
      | luigi | status              | 200 OK |
      | mario | metadata.finalizers | 200 OK |
      | mario | spec.status         | 200 OK |
      | mario | status              | 200 OK |
      | mario | status              | 200 OK |

  @slow
  Scenario: The controller that acts crashes, and when its lease has run out the other takes over
    Given a cluster
    And the Music resource is registered
    And the ConfigMap "cm-mario" holds the tune "mario"
    And the Music controller "ana" runs, with a lease of 10 seconds
    And this manifest is applied:
      """yaml
      apiVersion: estaleiro.io/v1
      kind: Music
      metadata:
        name: mario
      spec:
        music: cm-mario
      """
    And "status.playedBy" of the Music "mario" becomes "ana"
    And the Music controller "bia" runs, with a lease of 10 seconds
    When the Music controller "ana" crashes
    Then "spec.holderIdentity" of the Lease "music-controller" is "ana"
    And "spec.holderIdentity" of the Lease "music-controller" becomes "bia"
    And "status.playedBy" of the Music "mario" becomes "bia"
    And the Music controller "bia" plays:
      | Music | first notes |
      | mario | c5 e5 g5    |
