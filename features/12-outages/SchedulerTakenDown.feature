@outages @scheduler @slide-scheduler @own-cluster @restores-cluster @requires-component-control @requires-kit-access @requires-multi-node @requires-dns @requires-ingress
Feature: Scheduler taken down
  What is the scheduler for? Take it down!

  It assigns a node to every new pod, and does nothing else.
  Reference: https://kubernetes.io/docs/concepts/scheduling-eviction/kube-scheduler/

  Scenario: The scheduler is stopped
    Given a cluster that gives up a silent node after 8 seconds, and a silent leader after 6
    And the Music resource is registered
    And everything a cluster is for is under way
    When "kube-scheduler" of "node1" is stopped
    And so it stays until the pods of a dead node should run elsewhere
    When it comes back
    Then everything works again
    And nothing is lost, and no pod was started twice
