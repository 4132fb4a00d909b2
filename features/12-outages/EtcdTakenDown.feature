@outages @etcd @slide-apiserver-etcd @own-cluster @restores-cluster @requires-component-control @requires-kit-access @requires-multi-node @requires-dns @requires-ingress
Feature: Etcd taken down
  What is etcd for? Take it down!

  All objects are in etcd, and the API server alone talks to it. What runs needs neither.
  Reference: https://kubernetes.io/docs/concepts/overview/components/#etcd and
  https://kubernetes.io/docs/reference/using-api/api-concepts/#resource-versions

  Scenario: Etcd is stopped
    Given a cluster that gives up a silent node after 8 seconds, and a silent leader after 6
    And the Music resource is registered
    And everything a cluster is for is under way
    When "etcd" of "node1" is stopped
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
      | capability             |
      | listing from the cache |
      | a watch hears          |
    When it comes back
    Then everything works again
    And nothing is lost, and no pod was started twice

  Scenario: Etcd is frozen
    A process that hangs is worse than one that has ended: nobody who asks it is told.

    Given a cluster that gives up a silent node after 8 seconds, and a silent leader after 6
    And the Music resource is registered
    And everything a cluster is for is under way
    When "etcd" of "node1" is frozen
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
      | capability             |
      | listing from the cache |
      | a watch hears          |
    When it comes back
    Then everything works again
    And nothing is lost, and no pod was started twice
