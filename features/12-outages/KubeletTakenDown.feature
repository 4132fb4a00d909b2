@outages @kubelet @slide-kubelet @own-cluster @restores-cluster @requires-component-control @requires-kit-access @requires-multi-node @requires-dns @requires-ingress
Feature: Kubelet taken down
  What is the kubelet for? Take it down!

  The node's pods run on. But nobody starts another there, and nobody says that the node lives, so that the others give it up.
  Reference: https://kubernetes.io/docs/concepts/architecture/nodes/#node-controller

  Scenario: A kubelet is stopped
    Given a cluster that gives up a silent node after 8 seconds
    And the Music resource is registered
    And everything a cluster is for is under way
    When "kubelet" of "node2" is stopped
    And so it stays until the pods of a dead node should run elsewhere
    When it comes back
    Then everything works again
    And nothing is lost, and no pod was started twice

  Scenario: A kubelet is frozen
    Given a cluster that gives up a silent node after 8 seconds
    And the Music resource is registered
    And everything a cluster is for is under way
    When "kubelet" of "node2" is frozen
    And so it stays until the pods of a dead node should run elsewhere
    When it comes back
    Then everything works again
    And nothing is lost, and no pod was started twice
