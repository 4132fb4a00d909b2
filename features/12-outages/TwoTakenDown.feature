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
    Then this goes on:
      | capability                        |
      | running pods go on                |
      | a service over an open connection |
      | a service over a new connection   |
      | a name resolves                   |
      | an Ingress is served              |
    And this fails at once:
      | capability                        |
      | reading one object                |
      | listing                           |
      | listing from the cache            |
      | writing                           |
      | a watch hears                     |
      | a new pod runs                    |
      | a crashed container is restarted  |
      | a deleted pod is replaced         |
      | a rollout goes on                 |
      | scaling                           |
      | an unready pod leaves its service |
      | a new service gets traffic        |
      | exec and logs                     |
      | a CronJob fires                   |
      | a CSR is signed                   |
      | kubectl answers                   |
      | a Music is played                 |
    And this fails within the lease:
      | capability                |
      | a leader election is held |
    And this fails after the grace period:
      | capability             |
      | a dead node is noticed |
    And this fails after the toleration:
      | capability                       |
      | pods of a dead node are replaced |
    When both come back
    Then everything works again
    And nothing is lost, and no pod was started twice

  Scenario: A node dies while the controllers are down
    Given a cluster that gives up a silent node after 8 seconds
    And the Music resource is registered
    And everything a cluster is for is under way
    When "kube-controller-manager" of "node1" is stopped
    And the power of "node2" is cut
    And so it stays until the pods of a dead node should run elsewhere
    Then this goes on:
      | capability                |
      | a name resolves           |
      | reading one object        |
      | listing                   |
      | listing from the cache    |
      | writing                   |
      | a watch hears             |
      | a leader election is held |
      | kubectl answers           |
      | a Music is played         |
    And this fails at once:
      | capability                        |
      | running pods go on                |
      | a service over an open connection |
      | a service over a new connection   |
      | an Ingress is served              |
      | a new pod runs                    |
      | a crashed container is restarted  |
      | a deleted pod is replaced         |
      | a rollout goes on                 |
      | scaling                           |
      | an unready pod leaves its service |
      | a new service gets traffic        |
      | exec and logs                     |
      | a CronJob fires                   |
      | a CSR is signed                   |
    And this fails after the grace period:
      | capability             |
      | a dead node is noticed |
    And this fails after the toleration:
      | capability                       |
      | pods of a dead node are replaced |
    When both come back
    Then everything works again
    And nothing is lost, and the pods of the node were started once more
