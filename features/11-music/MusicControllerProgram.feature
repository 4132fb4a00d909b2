@music @slide-music
Feature: Music controller program
  How does a controller shut down properly?

  As a program it needs nothing but the address of an API server and permission to use it. Here it runs outside the cluster; it could as
  well run in a pod. To stop it, send SIGTERM, as the kubelet does to the containers of a deleted pod.
  Reference: https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination

  Background:
    Given a cluster
    And the Music resource is registered
    And the ConfigMap "cm-mario" holds the tune "mario"
    And the Music controller "solo" runs as a program of its own
    And this manifest is applied:
      """yaml
      apiVersion: estaleiro.io/v1
      kind: Music
      metadata:
        name: mario
      spec:
        music: cm-mario
      """
    And "status.playedBy" of the Music "mario" becomes "solo"

  Scenario: Told to stop, it gives its lease back and ends, and the next one takes over at once
    When the program is sent the signal SIGTERM
    Then the program ends by itself, with the exit code 0
    And "spec.holderIdentity" of the Lease "music-controller" is ""
    And "spec.status" of the Music "mario" is "Tocando"
    When the Music controller "ana" runs, with a lease of 600 seconds
    Then "status.playedBy" of the Music "mario" becomes "ana"
