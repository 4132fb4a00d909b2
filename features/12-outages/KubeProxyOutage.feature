@outages @kube-proxy @slide-kube-proxy @own-cluster @restores-cluster @requires-component-control @requires-kit-access @requires-multi-node @requires-dns @requires-ingress
Feature: Kube-proxy: outage
  What is kube-proxy for? Take it down!

  Scenario: While kube-proxy is stopped
    Given a cluster that gives up a silent node after 8 seconds
    And everything a cluster is for is under way
    When "kube-proxy" of "node1" is stopped
    And so it stays until the pods of a dead node should run elsewhere
    When "kube-proxy" of "node1" comes back
    Then everything works again
    And nothing is lost, and no pod was started twice
