@outages @controllers @slide-controllers @own-cluster @restores-cluster @requires-component-control @requires-kit-access @requires-multi-node @requires-dns @requires-ingress
Feature: Two taken down
  What if two things are down at once?

  Each component makes up for one loss, and takes for granted that the others work.
  Reference: https://kubernetes.io/docs/tasks/debug/debug-cluster/#a-general-overview-of-cluster-failure-modes

  Scenario: The API server and a kubelet are restarted
    Given a cluster that gives up a silent node after 8 seconds, and a silent leader after 6
    And the Music resource is registered
    And everything a cluster is for is under way
    When "kube-apiserver" of "node1" is stopped
    And "kubelet" of "node2" is stopped
    And so it stays until the pods of a dead node should run elsewhere
    When both come back
    Then everything works again
    And nothing is lost, and no pod was started twice

  Scenario: A node dies while the controllers are down
    Given a cluster that gives up a silent node after 8 seconds, and a silent leader after 6
    And the Music resource is registered
    And everything a cluster is for is under way
    When "kube-controller-manager" of "node1" is stopped
    And the power of "node2" is cut
    And so it stays until the pods of a dead node should run elsewhere
    When both come back
    Then everything works again
    And nothing is lost, and the pods of the node were started once more
