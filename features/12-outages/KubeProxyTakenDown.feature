@outages @kube-proxy @slide-kube-proxy @own-cluster @restores-cluster @requires-component-control @requires-kit-access @requires-multi-node @requires-dns @requires-ingress
Feature: Kube-proxy taken down
  What is kube-proxy for? Take it down!

  Its rules are in the kernel and work without it, as they were when it stopped.
  Reference: https://kubernetes.io/docs/reference/networking/virtual-ips/

  Scenario: Kube-proxy is stopped
    Given a cluster that gives up a silent node after 8 seconds
    And the Music resource is registered
    And everything a cluster is for is under way
    When "kube-proxy" of "node1" is stopped
    And so it stays until the pods of a dead node should run elsewhere
    When it comes back
    Then everything works again
    And nothing is lost, and no pod was started twice
