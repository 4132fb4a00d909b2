@scheduler @slide-scheduler @requires-hollow-nodes
Feature: Scheduler: binding
  What is a scheduling decision?

  The scheduler doesn't tell any node to run a pod. It posts a Binding, the API server writes the node's name into the pod, and the kubelet
  of that node, which watches pods, learns of it.
  Reference: https://kubernetes.io/docs/concepts/scheduling-eviction/kube-scheduler/, https://kubernetes.io/docs/tasks/extend-kubernetes/configure-multiple-schedulers/
  and https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#nodename

  Background:
    Given a cluster

  Scenario: A watcher sees a pod get its node once, and never another
    Given these hollow nodes:
      | node |
      | one  |
    And somebody watches the Pods
    When the pod "web" is created
    Then the scheduler binds these pods:
      | pod | node |
      | web | one  |
    When the Pod "web" is deleted
    Then until "web" was deleted the watcher saw these changes of it:
      | spec.nodeName |
      | none          |
      | one           |

  Scenario: A pod that wants an unknown scheduler is nobody's business
    Given these hollow nodes:
      | node |
      | one  |
    When the pod "orphan" is created:
      """yaml
      schedulerName: nobody
      """
    And the pod "web" is created
    Then the scheduler binds these pods:
      | pod | node |
      | web | one  |
    And no scheduler has an event about the pod "orphan", which is on none

  Scenario: Whoever posts a Binding is the scheduler, and a pod is bound once
    Given these hollow nodes:
      | node |
      | one  |
      | two  |
    And the pod "web" is created:
      """yaml
      schedulerName: nobody
      """
    When somebody posts a Binding of the pod "web" to the node "two"
    Then the API server answers 201 Created
    When somebody posts a Binding of the pod "web" to the node "one"
    Then the API server answers 409 Conflict
    And the scheduler binds these pods:
      | pod | node |
      | web | two  |

  @requires-node-labels
  Scenario: A pod that names its node needs no scheduler: the kubelet runs it
    When the pod "direct" is created:
      """yaml
      nodeName: node2
      schedulerName: nobody
      """
    And the pod "web" is created:
      """yaml
      nodeSelector:
        disk: hdd
      """
    Then the pod "direct" becomes Ready on "node2"
    And the pod "web" becomes Ready on "node1"
    And no scheduler has an event about the pod "direct", which is on node2

  Scenario: A pod that names its node gets it, whatever the scheduler would have said
    Given these hollow nodes:
      | node     | cpu | taints                   |
      | reserved | 1   | reserved=gpus:NoSchedule |
    When the pod "direct" is created:
      """yaml
      nodeName: "{namespace}-reserved"
      containers:
        - resources:
            requests: { cpu: 2 }
      """
    And the pod "web" is created
    Then the scheduler binds these pods:
      | pod | node |
      | web | none |
    And no scheduler has an event about the pod "direct", which is on reserved
