@outages @ingress @slide-ingress @own-cluster @restores-cluster @requires-component-control @requires-kit-access @requires-multi-node @requires-dns @requires-ingress
Feature: Ingress controller taken down
  What is the ingress controller for? Take it down!

  The API server stores Ingresses without it. Nobody serves them.
  Reference: https://kubernetes.io/docs/concepts/services-networking/ingress-controllers/

  Scenario: The ingress controller is stopped
    Given a cluster that gives up a silent node after 8 seconds
    And the Music resource is registered
    And everything a cluster is for is under way
    When the ingress controller is stopped
    And so it stays until the pods of a dead node should run elsewhere
    When it comes back
    Then everything works again
    And nothing is lost, and no pod was started twice
