@outages @kubelet @slide-kubelet @own-cluster @restores-cluster @requires-component-control @requires-kit-access @requires-multi-node @requires-dns @requires-ingress
Feature: Node taken down
  What if a whole node is lost?

  What ran there is gone at once. What belongs elsewhere is known after the grace period.
  Reference: https://kubernetes.io/docs/concepts/architecture/nodes/#node-controller

  Scenario: The power of a node is cut
    Given a cluster that gives up a silent node after 8 seconds
    And the Music resource is registered
    And everything a cluster is for is under way
    When the power of "node2" is cut
    And so it stays until the pods of a dead node should run elsewhere
    Then this goes on:
      | capability                       |
      | a name resolves                  |
      | reading one object               |
      | listing                          |
      | listing from the cache           |
      | writing                          |
      | a watch hears                    |
      | a dead node is noticed           |
      | pods of a dead node are replaced |
      | a CronJob fires                  |
      | a CSR is signed                  |
      | a leader election is held        |
      | kubectl answers                  |
      | a Music is played                |
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
    When it comes back
    Then everything works again
    And nothing is lost, and the pods of the node were started once more
