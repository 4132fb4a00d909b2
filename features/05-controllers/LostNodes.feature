@controllers @slide-controllers @own-cluster @restores-cluster @requires-component-control
Feature: Lost nodes
  What happens to the pods when a node stops reporting?

  A node that no longer reports is tainted. Its pods are evicted when their toleration expires, and their owner creates others elsewhere.
  Reference: https://kubernetes.io/docs/concepts/architecture/nodes/#node-controller and
  https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/#taint-based-evictions

  Scenario: A node that falls silent is tainted, and its pods are replaced on another
    A kubelet reports every ten seconds, so sixteen seconds are the shortest usable grace period.

    Given a cluster with these component arguments:
      | component               | argument                      |
      | kube-controller-manager | node-monitor-grace-period=16s |
      | kube-controller-manager | node-monitor-period=1s        |
    And this manifest is applied:
      """yaml
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      spec:
        replicas: 1
        selector:
          matchLabels:
            app: web
        template:
          metadata:
            labels:
              app: web
          spec:
            affinity:
              nodeAffinity:
                preferredDuringSchedulingIgnoredDuringExecution:
                  - weight: 100
                    preference:
                      matchExpressions:
                        - key: disk
                          operator: In
                          values: [ssd]
            tolerations:
              - key: node.kubernetes.io/unreachable
                operator: Exists
                effect: NoExecute
                tolerationSeconds: 1
            containers:
              - name: web
                image: toolbox
                command: [sleep, infinity]
      """
    And the 1 pod of the Deployment "web" becomes Ready on "node2"
    When the kubelet of "node2" falls silent
    Then the Node "node2" comes to have:
      | field                           | value                          |
      | status.conditions[Ready].status | Unknown                        |
      | spec.taints[NoSchedule].key     | node.kubernetes.io/unreachable |
      | spec.taints[NoExecute].key      | node.kubernetes.io/unreachable |
    And the 1 pod of the Deployment "web" becomes Ready on "node1"
    When the kubelet of "node2" starts again
    Then the Node "node2" comes to have:
      | field                           | value |
      | status.conditions[Ready].status | True  |
