@outages @etcd @slide-etcd @own-cluster @restores-cluster @requires-component-control @requires-kit-access @requires-multi-node @requires-dns @requires-ingress
Feature: Etcd: outage
  What is etcd for? Take it down!

  Scenario: While etcd is stopped
    Given a cluster that gives up a silent node after 8 seconds, and a silent leader after 6
    And everything a cluster is for is under way
    When "etcd" of "node1" is stopped
    And so it stays until the pods of a dead node should run elsewhere
    When "etcd" of "node1" comes back
    Then everything works again
    And nothing is lost, and no pod was started twice

  Scenario: While etcd is frozen
    Given a cluster that gives up a silent node after 8 seconds, and a silent leader after 6
    And everything a cluster is for is under way
    When "etcd" of "node1" is frozen
    And so it stays until the pods of a dead node should run elsewhere
    When "etcd" of "node1" comes back
    Then everything works again
    And nothing is lost, and no pod was started twice
