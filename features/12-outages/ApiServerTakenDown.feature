@outages @api-server @slide-apiserver-etcd @own-cluster @restores-cluster @requires-component-control @requires-kit-access @requires-multi-node @requires-dns @requires-ingress
Feature: API server taken down
  What is the API server for? Take it down!

  Every component knows the cluster's state through the API server alone, and each goes on with what it last knew.
  Reference: https://kubernetes.io/docs/concepts/overview/components/#kube-apiserver and
  https://kubernetes.io/docs/tasks/debug/debug-cluster/#a-general-overview-of-cluster-failure-modes

  Scenario: The API server is stopped
    Given a cluster that gives up a silent node after 8 seconds, and a silent leader after 6
    And the Music resource is registered
    And everything a cluster is for is under way
    When "kube-apiserver" of "node1" is stopped
    And so it stays until the pods of a dead node should run elsewhere
    Then this goes on:
      | capability                        |
      | running pods go on                |
      | a service over an open connection |
      | a service over a new connection   |
      | a name resolves                   |
      | an Ingress is served              |
      | a crashed container is restarted  |
    And this fails at once:
      | capability                        |
      | reading one object                |
      | listing                           |
      | listing from the cache            |
      | writing                           |
      | a watch hears                     |
      | a new pod runs                    |
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
    When it comes back
    Then everything works again
    And nothing is lost, and no pod was started twice

  Scenario: The API server is frozen
    It keeps its connections and says nothing: a client without a timeout of its own waits forever.

    Given a cluster that gives up a silent node after 8 seconds, and a silent leader after 6
    And the Music resource is registered
    And everything a cluster is for is under way
    When "kube-apiserver" of "node1" is frozen
    And so it stays until the pods of a dead node should run elsewhere
    Then this goes on:
      | capability                        |
      | running pods go on                |
      | a service over an open connection |
      | a service over a new connection   |
      | a name resolves                   |
      | an Ingress is served              |
      | a crashed container is restarted  |
    And this fails at once:
      | capability                        |
      | reading one object                |
      | listing                           |
      | listing from the cache            |
      | writing                           |
      | a new pod runs                    |
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
    And this is frozen:
      | capability    |
      | a watch hears |
    When it comes back
    Then everything works again
    And nothing is lost, and no pod was started twice
