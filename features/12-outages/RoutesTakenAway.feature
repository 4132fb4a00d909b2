@outages @pod-to-pod @slide-pod2pod @own-cluster @restores-cluster @requires-component-control @requires-kit-access @requires-multi-node @requires-dns @requires-ingress
Feature: Routes taken away
  What are the routes between the nodes for? Take them away!

  Nodes reach each other, and no node reaches another's pods.
  Reference: https://kubernetes.io/docs/concepts/cluster-administration/networking/

  Scenario: The routes between the nodes are cut
    Given a cluster that gives up a silent node after 8 seconds
    And the Music resource is registered
    And everything a cluster is for is under way
    When the routes between the nodes are cut
    And so it stays until the pods of a dead node should run elsewhere
    When it comes back
    Then everything works again
    And nothing is lost, and no pod was started twice
