@outages @controllers @slide-controllers @own-cluster @restores-cluster @requires-component-control @requires-kit-access @requires-multi-node @requires-dns @requires-ingress
Feature: Controllers taken down
  What are the controllers for? Take them down!

  The API server stores every wish all the same. Nobody makes it come true.
  Reference: https://kubernetes.io/docs/concepts/architecture/controller/

  Scenario: The controllers are stopped
    Given a cluster that gives up a silent node after 8 seconds, and a silent leader after 6
    And the Music resource is registered
    And everything a cluster is for is under way
    When "kube-controller-manager" of "node1" is stopped
    And so it stays until the pods of a dead node should run elsewhere
    When it comes back
    Then everything works again
    And nothing is lost, and no pod was started twice
