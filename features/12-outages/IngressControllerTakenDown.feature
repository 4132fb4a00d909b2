@outages @ingress @slide-ingress @own-cluster @restores-cluster @requires-component-control @requires-kit-access @requires-multi-node @requires-dns @requires-ingress
Feature: Ingress controller taken down
  What is the ingress controller for? Take it down!

  The API server stores Ingresses without it. Nobody serves them.
  Reference: https://kubernetes.io/docs/concepts/services-networking/ingress-controllers/

  Scenario: The ingress controller is stopped
    Given a cluster that gives up a silent node after 8 seconds
    And the Music resource is registered
    And everything a cluster is for is under way
    When the ingress controller is stopped
    And so it stays until the pods of a dead node should run elsewhere
    Then this goes on:
      | capability                        |
      | running pods go on                |
      | a service over an open connection |
      | a service over a new connection   |
      | a name resolves                   |
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
      | a dead node is noticed            |
      | pods of a dead node are replaced  |
      | exec and logs                     |
      | a CronJob fires                   |
      | a CSR is signed                   |
      | a leader election is held         |
      | kubectl answers                   |
      | a Music is played                 |
    And this fails at once:
      | capability           |
      | an Ingress is served |
    When it comes back
    Then everything works again
    And nothing is lost, and no pod was started twice
