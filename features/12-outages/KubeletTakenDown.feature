@outages @kubelet @slide-kubelet @own-cluster @restores-cluster @requires-component-control @requires-kit-access @requires-multi-node @requires-dns @requires-ingress
Feature: Kubelet taken down
  What is the kubelet for? Take it down!

  The node's pods run on. But nobody starts another there, and nobody says that the node lives, so that the others give it up.
  Reference: https://kubernetes.io/docs/concepts/architecture/nodes/#node-controller

  Scenario: A kubelet is stopped
    Given a cluster that gives up a silent node after 8 seconds
    And the Music resource is registered
    And everything a cluster is for is under way
    When "kubelet" of "node2" is stopped
    And so it stays until the pods of a dead node should run elsewhere
    Then this goes on:
      | capability                        |
      | running pods go on                |
      | a service over an open connection |
      | a name resolves                   |
      | reading one object                |
      | listing                           |
      | listing from the cache            |
      | writing                           |
      | a watch hears                     |
      | a new service gets traffic        |
      | a dead node is noticed            |
      | pods of a dead node are replaced  |
      | a CronJob fires                   |
      | a CSR is signed                   |
      | a leader election is held         |
      | kubectl answers                   |
      | a Music is played                 |
    And this fails at once:
      | capability                        |
      | a new pod runs                    |
      | a crashed container is restarted  |
      | a deleted pod is replaced         |
      | a rollout goes on                 |
      | scaling                           |
      | an unready pod leaves its service |
      | exec and logs                     |
    And this fails after the grace period:
      | capability                      |
      | a service over a new connection |
      | an Ingress is served            |
    When it comes back
    Then everything works again
    And nothing is lost, and no pod was started twice

  Scenario: A kubelet is frozen
    Given a cluster that gives up a silent node after 8 seconds
    And the Music resource is registered
    And everything a cluster is for is under way
    When "kubelet" of "node2" is frozen
    And so it stays until the pods of a dead node should run elsewhere
    Then this goes on:
      | capability                        |
      | running pods go on                |
      | a service over an open connection |
      | a name resolves                   |
      | reading one object                |
      | listing                           |
      | listing from the cache            |
      | writing                           |
      | a watch hears                     |
      | a new service gets traffic        |
      | a dead node is noticed            |
      | pods of a dead node are replaced  |
      | a CronJob fires                   |
      | a CSR is signed                   |
      | a leader election is held         |
      | kubectl answers                   |
      | a Music is played                 |
    And this fails at once:
      | capability                        |
      | a new pod runs                    |
      | a crashed container is restarted  |
      | a deleted pod is replaced         |
      | a rollout goes on                 |
      | scaling                           |
      | an unready pod leaves its service |
      | exec and logs                     |
    And this fails after the grace period:
      | capability                      |
      | a service over a new connection |
      | an Ingress is served            |
    When it comes back
    Then everything works again
    And nothing is lost, and no pod was started twice
