@outages @kubelet @slide-kubelet @own-cluster @restores-cluster @requires-component-control @requires-kit-access @requires-multi-node @requires-dns @requires-ingress
Feature: Container runtime: outage
  What is the container runtime for? Take it down!

  Scenario: While the container runtime is stopped
    Given a cluster that gives up a silent node after 8 seconds
    And everything a cluster is for is under way
    When "containerd" of "node2" is stopped
    And so it stays until the pods of a dead node should run elsewhere
    When "containerd" of "node2" comes back
    Then everything works again
    And nothing is lost, and no pod was started twice
