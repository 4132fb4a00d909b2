@controllers @slide-controllers @requires-multi-node
Feature: DaemonSets
  How do I run one copy of something on every node?

  A DaemonSet counts nodes, not replicas: every node that fits gets one pod, whenever it joins.
  Reference: https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/ and upstream's
  "[sig-apps] Daemon set [Serial] should run and stop complex daemon [Conformance]"

  Background:
    Given a cluster with these nodes:
      | node  | labels   |
      | node1 | disk=hdd |
      | node2 | disk=ssd |

  Scenario: Every node gets one pod
    When this manifest is applied:
      """yaml
      apiVersion: apps/v1
      kind: DaemonSet
      metadata:
        name: log-collector
      spec:
        selector:
          matchLabels:
            app: log-collector
        template:
          metadata:
            labels:
              app: log-collector
          spec:
            containers:
              - name: log-collector
                image: toolbox
                command: [sleep, infinity]
      """
    Then the DaemonSet "log-collector" comes to have one pod on each of these nodes, and on no other:
      | node  | pod   |
      | node1 | Ready |
      | node2 | Ready |

  # upstream: [sig-apps] Daemon set should run and stop complex daemon [Conformance] [Serial]
  @requires-node-labels
  Scenario: Only the nodes that fit get one
    When this manifest is applied:
      """yaml
      apiVersion: apps/v1
      kind: DaemonSet
      metadata:
        name: ssd-monitor
      spec:
        selector:
          matchLabels:
            app: ssd-monitor
        template:
          metadata:
            labels:
              app: ssd-monitor
          spec:
            nodeSelector:
              disk: ssd
            containers:
              - name: ssd-monitor
                image: toolbox
                command: [sleep, infinity]
      """
    Then the DaemonSet "ssd-monitor" comes to have one pod on each of these nodes, and on no other:
      | node  | pod   |
      | node2 | Ready |
    When the DaemonSet "ssd-monitor" is changed:
      """yaml
      spec:
        template:
          spec:
            nodeSelector:
              disk: hdd
      """
    Then the DaemonSet "ssd-monitor" comes to have one pod on each of these nodes, and on no other:
      | node  | pod   |
      | node1 | Ready |

  @requires-hollow-nodes
  Scenario: A node that joins later gets its pod too
    The new node is a Node object without a kubelet: its pod is created and bound, and waits there. A taint keeps other pods away, because
    they would wait there too. The DaemonSet tolerates the taint, and the node's not being ready.

    Given this manifest is applied:
      """yaml
      apiVersion: apps/v1
      kind: DaemonSet
      metadata:
        name: rack-monitor
      spec:
        selector:
          matchLabels:
            app: rack-monitor
        template:
          metadata:
            labels:
              app: rack-monitor
          spec:
            nodeSelector:
              rack: "{namespace}"
            tolerations:
              - key: rack
                value: "{namespace}"
              - key: node.kubernetes.io/not-ready
                operator: Exists
            containers:
              - name: rack-monitor
                image: toolbox
                command: [sleep, infinity]
      """
    And the DaemonSet "rack-monitor" comes to have:
      | field                         | value |
      | status.observedGeneration     | 1     |
      | status.desiredNumberScheduled | 0     |
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Node
      metadata:
        name: "{namespace}-node3"
        labels:
          rack: "{namespace}"
      spec:
        taints:
          - key: rack
            value: "{namespace}"
            effect: NoSchedule
      status:
        allocatable:
          pods: "5"
        capacity:
          pods: "5"
      """
    Then the DaemonSet "rack-monitor" comes to have one pod on each of these nodes, and on no other:
      | node              | pod   |
      | {namespace}-node3 | bound |
