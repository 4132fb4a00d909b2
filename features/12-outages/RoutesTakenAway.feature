@outages @pod-to-pod @slide-pod2pod @own-cluster @restores-cluster @requires-component-control @requires-kit-access @requires-multi-node @requires-dns @requires-ingress
Feature: Routes taken away
  What are the routes between the nodes for? Take them away!

  Nodes reach each other, and no node reaches another's pods.
  Reference: https://kubernetes.io/docs/concepts/cluster-administration/networking/

  Scenario: The routes between the nodes are cut
    Given a cluster that gives up a silent node after 8 seconds
    And the Music resource is registered
    And everything a cluster is for is under way
    When the routes between the nodes are cut
    And so it stays until the pods of a dead node should run elsewhere
    Then this goes on:
      | capability                       |
      | running pods go on               |
      | a name resolves                  |
      | reading one object               |
      | listing                          |
      | listing from the cache           |
      | writing                          |
      | a watch hears                    |
      | a new pod runs                   |
      | a crashed container is restarted |
      | a deleted pod is replaced        |
      | a rollout goes on                |
      | scaling                          |
      | a dead node is noticed           |
      | pods of a dead node are replaced |
      | exec and logs                    |
      | a CronJob fires                  |
      | a CSR is signed                  |
      | a leader election is held        |
      | kubectl answers                  |
      | a Music is played                |
    And this fails at once:
      | capability                        |
      | a service over an open connection |
      | a service over a new connection   |
      | an Ingress is served              |
      | an unready pod leaves its service |
      | a new service gets traffic        |
    When it comes back
    Then everything works again
    And nothing is lost, and no pod was started twice
