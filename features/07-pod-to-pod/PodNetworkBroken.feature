@pod-to-pod @slide-pod2pod
Feature: Pod network broken
  What are the routes for? Take one away!

  @own-cluster @restores-cluster @requires-node-access
  Scenario: Without its route to another node's pods a node reaches its own pods only
    Given a cluster with these nodes:
      | node  | labels   |
      | node1 | disk=hdd |
      | node2 | disk=ssd |
    And these pods:
      | pod    | runs           | node  |
      | near   | serve-hostname | node1 |
      | far    | serve-hostname | node2 |
      | client | toolbox        | node1 |
    And soon these requests go like this:
      | from   | to                            | answered by |
      | client | http://{ip of pod near}:8080/ | near        |
      | client | http://{ip of pod far}:8080/  | far         |
    When "node1" loses its route to the pods of "node2"
    Then soon these requests go like this:
      | from   | to                            | answered by |
      | client | http://{ip of pod far}:8080/  | nobody      |
      | client | http://{ip of pod near}:8080/ | near        |
    When "node1" gets its route back
    Then soon these requests go like this:
      | from   | to                           | answered by |
      | client | http://{ip of pod far}:8080/ | far         |
