@outages @controllers @slide-controllers @own-cluster @restores-cluster @requires-component-control @requires-kit-access @requires-multi-node @requires-dns @requires-ingress
Feature: Controllers taken down
  What are the controllers for? Take them down!

  The API server stores every wish all the same. Nobody makes it come true.
  Reference: https://kubernetes.io/docs/concepts/architecture/controller/

  Scenario: The controllers are stopped
    Given a cluster that gives up a silent node after 8 seconds, and a silent leader after 6
    And the Music resource is registered
    And everything a cluster is for is under way
    When "kube-controller-manager" of "node1" is stopped
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
      | exec and logs                     |
      | a leader election is held         |
      | kubectl answers                   |
      | a Music is played                 |
    And this fails at once:
      | capability                        |
      | a deleted pod is replaced         |
      | a rollout goes on                 |
      | scaling                           |
      | an unready pod leaves its service |
      | a new service gets traffic        |
      | a CronJob fires                   |
      | a CSR is signed                   |
    And this fails after the grace period:
      | capability             |
      | a dead node is noticed |
    And this fails after the toleration:
      | capability                       |
      | pods of a dead node are replaced |
    When it comes back
    Then everything works again
    And nothing is lost, and no pod was started twice
