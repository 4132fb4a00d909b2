@pod-to-pod @slide-pod2pod
Feature: Pod network
  What must the nodes agree on so that pods can reach each other?

  Every node has a range of pod addresses, and every other node routes that range to it.
  Reference: https://kubernetes.io/docs/concepts/services-networking/#the-kubernetes-network-model and
  https://kubernetes.io/docs/concepts/cluster-administration/networking/

  Background:
    Given a cluster with these nodes:
      | node  | labels   |
      | node1 | disk=hdd |
      | node2 | disk=ssd |

  @requires-node-network
  Scenario: Every node sends the pods of another node to that node
    Then the routes send each pod range to its node:
      | on    | pod range of | next hop belongs to |
      | node1 | node2        | node2               |
      | node2 | node1        | node1               |

  Scenario: Every pod has an address of its own, from its node's range
    Given these pods:
      | pod   | runs    | node  |
      | one   | toolbox | node1 |
      | two   | toolbox | node1 |
      | three | toolbox | node2 |
      | four  | toolbox | node2 |
    Then every pod of the cluster has an address of its own, from the range of its node

  # upstream: [sig-network] Networking Granular Checks: Pods should function for node-pod communication: http [LinuxOnly] [Conformance] [NodeConformance]
  @requires-node-network
  Scenario: Pods and nodes reach each other, in both directions
    A pod with hostNetwork stands in for a program on the node.

    Given these pods:
      | pod     | runs                              | node  |
      | program | echo server in the node's network | node1 |
      | echo    | echo server                       | node2 |
    Then the pod "program" has the address of "node1"
    And soon these requests go like this:
      | from    | to                            | answered by | saw the client as |
      | echo    | http://{ip of node1}:18080/   | program     |                   |
      | node1   | http://{ip of pod echo}:8080/ | echo        |                   |
      | node2   | http://{ip of pod echo}:8080/ | echo        |                   |
      | program | http://{ip of pod echo}:8080/ | echo        | its own address   |

  Scenario Outline: Much data arrives as it was sent
    Given these pods:
      | pod    | runs        | node            |
      | echo   | echo server | node2           |
      | client | toolbox     | <client's node> |
    When the pod "client" posts the numbers from 1 to 50000 to "http://{ip of pod echo}:8080/"
    Then the answer holds all numbers from 1 to 50000

    Examples:
      | where           | client's node |
      | on its own node | node2         |
      | on another node | node1         |

  Scenario: The largest packet that a pod may send reaches a pod on another node uncut
    The interface's MTU says how large a packet may be. On the way to another node a packet may be encapsulated, and there must be room for
    that.

    Given these pods:
      | pod   | runs    | node  |
      | one   | toolbox | node1 |
      | other | toolbox | node2 |
    Then the largest packet that "one" can send reaches "other" in one piece, and a larger one in pieces
