@outages @kubelet @slide-kubelet @own-cluster @restores-cluster @requires-component-control @requires-kit-access @requires-multi-node @requires-dns @requires-ingress
Feature: Container runtime taken down
  What is the container runtime for? Take it down!

  It starts containers at the kubelet's word. What it has started does not need it.
  Reference: https://kubernetes.io/docs/concepts/overview/components/#container-runtime

  Scenario: A container runtime is stopped
    Given a cluster that gives up a silent node after 8 seconds
    And the Music resource is registered
    And everything a cluster is for is under way
    When "containerd" of "node2" is stopped
    And so it stays until the pods of a dead node should run elsewhere
    When it comes back
    Then everything works again
    And nothing is lost, and no pod was started twice
