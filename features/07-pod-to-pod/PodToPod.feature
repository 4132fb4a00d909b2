@pod-to-pod @slide-pod2pod
Feature: Pod to pod
  How does a pod reach a pod on another node?

  Every pod has its own address, and every pod can reach every other pod at that address, without NAT: the server sees the client's address.
  Reference: https://kubernetes.io/docs/concepts/services-networking/#the-kubernetes-network-model and upstream's
  "[sig-network] Networking Granular Checks: Pods should function for intra-pod communication: http [LinuxOnly] [NodeConformance] [Conformance]"

  Background:
    Given a cluster with these nodes:
      | node  | labels   |
      | node1 | disk=hdd |
      | node2 | disk=ssd |

  # upstream: [sig-network] Networking Granular Checks: Pods should function for intra-pod communication: http [Conformance] [NodeConformance]
  # Watch for: client_address is the pod's address, not its node's.
  @quick
  Scenario Outline: The server sees the client's own address
    Given an echo server "echoserver" on "node2"
    And a toolbox "client" on "<client's node>"
    When the pod "client" requests "http://{ip of pod echoserver}:8080/"
    Then the pod "echoserver" has answered
    And it saw the address of the pod "client" as client_address

    Examples:
      | where            | client's node |
      | on its own node  | node2         |
      | on another node  | node1         |
