@outages @scheduler @slide-scheduler @own-cluster @restores-cluster @requires-component-control @requires-kit-access @requires-multi-node @requires-dns @requires-ingress
Feature: Scheduler: outage
  What is the scheduler for? Take it down!

  Scenario: While the scheduler is stopped
    Given a cluster that gives up a silent node after 8 seconds, and a silent leader after 6
    And everything a cluster is for is under way
    When "kube-scheduler" of "node1" is stopped
    And so it stays until the pods of a dead node should run elsewhere
    When "kube-scheduler" of "node1" comes back
    Then everything works again
    And nothing is lost, and no pod was started twice
