@scheduler @slide-scheduler @requires-hollow-nodes
Feature: Scheduler: taints and tolerations
  Which pods does this node repel?

  A label attracts pods to a node; a taint repels all pods that don't tolerate it.
  Reference: https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/ and upstream's "[sig-scheduling]
  SchedulerPredicates [Serial] validates that taints-tolerations is respected if matching", "[sig-node] NoExecuteTaintManager Single Pod
  [Serial] eviction of pod with toleration" and "[Serial] removing taint cancels eviction [Disruptive] [Conformance]"

  Scenario: A tainted node takes only pods that tolerate the taint
    Given a cluster
    And these hollow nodes:
      | node | taints                   |
      | gpu  | reserved=gpus:NoSchedule |
    When the pod "website" is created
    And the pod "renderer" is created:
      """yaml
      tolerations:
        - { key: reserved, operator: Equal, value: gpus, effect: NoSchedule }
      """
    And the pod "database" is created:
      """yaml
      tolerations:
        - { key: reserved, operator: Equal, value: disks, effect: NoSchedule }
      """
    And the pod "monitor" is created:
      """yaml
      tolerations:
        - { key: reserved, operator: Exists }
      """
    Then the scheduler binds these pods:
      | pod      | node |
      | website  | none |
      | renderer | gpu  |
      | database | none |
      | monitor  | gpu  |

  Scenario: A node with PreferNoSchedule is the last to be taken, and is taken
    Given a cluster
    And these hollow nodes:
      | node    | cpu | memory | pods | taints                   |
      | regular | 4   | 8Gi    | 1    |                          |
      | old     | 64  | 128Gi  | 10   | age=old:PreferNoSchedule |
    When the pod "first" is created
    And the pod "second" is created
    Then the scheduler binds these pods:
      | pod    | node    |
      | first  | regular |
      | second | old     |

  # upstream: [sig-node] NoExecuteTaintManager Multiple Pods evicts pods with minTolerationSeconds [Conformance] [Disruptive] [Serial]
  Scenario: NoExecute drives out pods too, at once or after the seconds they tolerate it
    Given a cluster
    And these hollow nodes:
      | node   |
      | broken |
    And the pod "hasty" is created
    And the pod "patient" is created:
      """yaml
      tolerations:
        - { key: maintenance, operator: Exists, effect: NoExecute, tolerationSeconds: 8 }
      """
    And the pod "unmoved" is created:
      """yaml
      tolerations:
        - { key: maintenance, operator: Exists, effect: NoExecute }
      """
    And the scheduler binds these pods:
      | pod     | node   |
      | hasty   | broken |
      | patient | broken |
      | unmoved | broken |
    When the hollow node "broken" gets the taint "maintenance=now:NoExecute"
    Then the pod "hasty" is gone, and the event TaintManagerEviction says why
    And the scheduler binds these pods:
      | pod     | node   |
      | patient | broken |
      | unmoved | broken |
    And the pod "patient" is gone, and the event TaintManagerEviction says why
    And the scheduler binds these pods:
      | pod     | node   |
      | unmoved | broken |

  Scenario: A cordoned node keeps its pods and gets no more until it is uncordoned
    Given a cluster
    And these hollow nodes:
      | node |
      | only |
    And the pod "early" is created
    And the scheduler binds these pods:
      | pod   | node |
      | early | only |
    When the hollow node "only" is cordoned
    And the pod "late" is created
    Then the scheduler binds these pods:
      | pod   | node |
      | early | only |
      | late  | none |
    When the hollow node "only" is uncordoned
    Then the scheduler binds these pods:
      | pod  | node |
      | late | only |
