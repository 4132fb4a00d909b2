@outages @scheduler @slide-scheduler @own-cluster @restores-cluster @requires-component-control @requires-kit-access @requires-multi-node @requires-dns @requires-ingress
Feature: Scheduler taken down
  What is the scheduler for? Take it down!

  It assigns a node to every new pod, and does nothing else.
  Reference: https://kubernetes.io/docs/concepts/scheduling-eviction/kube-scheduler/

  Scenario: The scheduler is stopped
    Given a cluster that gives up a silent node after 8 seconds
    And the Music resource is registered
    And everything a cluster is for is under way
    When "kube-scheduler" of "node1" is stopped
    And so it stays until the pods of a dead node should run elsewhere
    Then this goes on:
      | capability                        |
      | running pods go on                |
      | a service over an open connection |
      | a service over a new connection   |
      | a name resolves                   |
      | an Ingress is served              |
      | reading one object                |
      | listing                           |
      | listing from the cache            |
      | writing                           |
      | a watch hears                     |
      | a crashed container is restarted  |
      | an unready pod leaves its service |
      | a new service gets traffic        |
      | a dead node is noticed            |
      | exec and logs                     |
      | a CronJob fires                   |
      | a CSR is signed                   |
      | a leader election is held         |
      | kubectl answers                   |
      | a Music is played                 |
    And this fails at once:
      | capability                |
      | a new pod runs            |
      | a deleted pod is replaced |
      | a rollout goes on         |
      | scaling                   |
    And this fails after the toleration:
      | capability                       |
      | pods of a dead node are replaced |
    When it comes back
    Then everything works again
    And nothing is lost, and no pod was started twice
