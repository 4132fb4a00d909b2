@outages @kubelet @slide-kubelet @own-cluster @restores-cluster @requires-component-control @requires-kit-access @requires-multi-node @requires-dns @requires-ingress
Feature: Node taken down
  What if a whole node is lost?

  What ran there is gone at once. What belongs elsewhere is known after the grace period.
  Reference: https://kubernetes.io/docs/concepts/architecture/nodes/#node-controller

  Scenario: The power of a node is cut
    Given a cluster that gives up a silent node after 8 seconds
    And the Music resource is registered
    And everything a cluster is for is under way
    When the power of "node2" is cut
    And so it stays until the pods of a dead node should run elsewhere
    When it comes back
    Then everything works again
    And nothing is lost, and the pods of the node were started once more
