@outages @music @slide-music @own-cluster @restores-cluster @requires-component-control @requires-kit-access @requires-multi-node @requires-dns @requires-ingress
Feature: Music controller taken down
  What is a controller of your own for? Take it down!

  A custom resource without its controller is a row in a database.
  Reference: https://kubernetes.io/docs/concepts/extend-kubernetes/api-extension/custom-resources/#custom-controllers

  Scenario: The Music controller is stopped
    Given a cluster that gives up a silent node after 8 seconds
    And the Music resource is registered
    And everything a cluster is for is under way
    When the Music controller is stopped
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
    And this fails at once:
      | capability        |
      | a Music is played |
    When it comes back
    Then everything works again
    And nothing is lost, and no pod was started twice
