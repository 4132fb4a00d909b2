@kubelet @slide-kubelet @own-cluster @restores-cluster @requires-component-control @requires-node-access @requires-multi-node
Feature: Kubelet: outage
  What if the kubelet is down?

  Containers are not the kubelet's children: they keep running. But no one starts new ones on its node, and no one reports that the node is
  healthy. Reference:
  https://kubernetes.io/docs/concepts/architecture/nodes/#node-controller

  Scenario: While the kubelet is down running containers live on and new pods wait, and then all goes on
    The kubelet renews its lease every ten seconds, so sixteen seconds are the shortest usable grace period.

    Given a cluster with these component arguments:
      | component               | argument                      |
      | kube-controller-manager | node-monitor-grace-period=16s |
      | kube-controller-manager | node-monitor-period=1s        |
    And an echo server "echoserver" on "node2"
    And a toolbox "client" on "node1"
    When the kubelet of "node2" falls silent
    And the pod "latecomer" is created:
      """yaml
      nodeName: node2
      """
    Then the Node "node2" comes to have:
      | field                             | value             |
      | status.conditions[Ready].status   | Unknown           |
      | status.conditions[Ready].reason   | NodeStatusUnknown |
    And "status.phase" of the Pod "latecomer" is "Pending"
    When the pod "client" requests "http://{ip of pod echoserver}:8080/"
    Then the pod "echoserver" has answered
    And it saw the address of the pod "client" as client_address
    When the kubelet of "node2" starts again
    Then the Node "node2" comes to have:
      | field                             | value        |
      | status.conditions[Ready].status   | True         |
      | status.conditions[Ready].reason   | KubeletReady |
    And the pod "latecomer" becomes Ready on "node2"
    And the Pod "echoserver" comes to have:
      | field                                             | value |
      | status.conditions[Ready].status                   | True  |
      | status.containerStatuses[echoserver].restartCount | 0     |
