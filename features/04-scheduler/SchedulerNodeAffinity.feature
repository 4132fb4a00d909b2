@scheduler @slide-scheduler @requires-hollow-nodes
Feature: Scheduler: node affinity
  Which nodes may this workload run on, and which does it prefer?

  "A node with a local SSD, a node with a GPU, labels, requirements", says the slide: nodes have labels, pods say which they need.
  Reference: https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#affinity-and-anti-affinity and upstream's
  "[sig-scheduling] SchedulerPredicates [Serial] validates that required NodeAffinity setting is respected if matching".
  The nodes are hollow: Node objects without a machine. Pods are bound to them and never run. Only the relevant part of each pod spec is
  shown.

  Background:
    Given a cluster
    And these hollow nodes:
      | node     | cpu | memory | labels                               |
      | hdd      | 4   | 8Gi    | disk=hdd,generation=2                |
      | ssd      | 4   | 8Gi    | disk=ssd,generation=4,encrypted=true |
      | diskless | 64  | 128Gi  | generation=6                         |

  # upstream: [sig-scheduling] SchedulerPredicates validates that NodeSelector is respected if matching [Conformance] [Serial]
  # upstream: [sig-scheduling] SchedulerPredicates validates that NodeSelector is respected if not matching [Conformance] [Serial]
  Scenario: A nodeSelector names the labels that a node must have
    When the pod "database" is created:
      """yaml
      nodeSelector:
        disk: ssd
        encrypted: "true"
      """
    And the pod "archive" is created:
      """yaml
      nodeSelector:
        disk: hdd
        encrypted: "true"
      """
    Then the scheduler binds these pods:
      | pod      | node |
      | database | ssd  |
      | archive  | none |

  Scenario Outline: A required node affinity compares the nodes' labels
    Each of the three workers needs the same host port. Every node that fits therefore gets one, and the others wait.

    When 3 pods "worker" are created:
      """yaml
      containers:
        - ports:
            - { containerPort: 80, hostPort: 8080 }
      affinity:
        nodeAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            nodeSelectorTerms:
              - matchExpressions:
                  - key: <key>
                    operator: <operator>
                    values: <values>
      """
    Then the scheduler spreads the pods "worker" like this:
      | node     | pods       |
      | hdd      | <hdd>      |
      | ssd      | <ssd>      |
      | diskless | <diskless> |
      | none     | <none>     |

    Examples:
      | key        | operator     | values     | hdd | ssd | diskless | none |
      | disk       | In           | [ssd, nvm] | 0   | 1   | 0        | 2    |
      | disk       | In           | [nvm]      | 0   | 0   | 0        | 3    |
      | disk       | NotIn        | [ssd, nvm] | 1   | 0   | 1        | 1    |
      | encrypted  | Exists       | []         | 0   | 1   | 0        | 2    |
      | encrypted  | DoesNotExist | []         | 1   | 0   | 1        | 1    |
      | generation | Gt           | ['2']      | 0   | 1   | 1        | 1    |
      | generation | Lt           | ['6']      | 1   | 1   | 0        | 1    |

  Scenario: A node must meet all expressions of one term, and one term of several is enough
    When the pod "picky" is created:
      """yaml
      affinity:
        nodeAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            nodeSelectorTerms:
              - matchExpressions:
                  - { key: disk, operator: Exists }
                  - { key: encrypted, operator: DoesNotExist }
      """
    And the pod "modest" is created:
      """yaml
      affinity:
        nodeAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            nodeSelectorTerms:
              - matchExpressions:
                  - { key: disk, operator: In, values: [nvm] }
              - matchExpressions:
                  - { key: generation, operator: Gt, values: ['5'] }
      """
    Then the scheduler binds these pods:
      | pod    | node     |
      | picky  | hdd      |
      | modest | diskless |

  Scenario Outline: Of the nodes that fit, the one whose preferences weigh most is chosen
    When the pod "worker" is created:
      """yaml
      affinity:
        nodeAffinity:
          preferredDuringSchedulingIgnoredDuringExecution:
            - weight: <hdd weight>
              preference:
                matchExpressions:
                  - { key: disk, operator: In, values: [hdd] }
            - weight: <ssd weight>
              preference:
                matchExpressions:
                  - { key: disk, operator: In, values: [ssd] }
      """
    Then the scheduler binds these pods:
      | pod    | node   |
      | worker | <node> |

    Examples:
      | hdd weight | ssd weight | node |
      | 10         | 90         | ssd  |
      | 90         | 10         | hdd  |

  Scenario: The weights of a node's preferences are added up
    When the pod "worker" is created:
      """yaml
      affinity:
        nodeAffinity:
          preferredDuringSchedulingIgnoredDuringExecution:
            - weight: 50
              preference:
                matchExpressions:
                  - { key: disk, operator: In, values: [hdd] }
            - weight: 40
              preference:
                matchExpressions:
                  - { key: disk, operator: In, values: [ssd] }
            - weight: 40
              preference:
                matchExpressions:
                  - { key: encrypted, operator: Exists }
      """
    Then the scheduler binds these pods:
      | pod    | node |
      | worker | ssd  |

  Scenario: A preference that no node meets keeps nobody waiting
    When the pod "dreamer" is created:
      """yaml
      nodeSelector:
        disk: hdd
      affinity:
        nodeAffinity:
          preferredDuringSchedulingIgnoredDuringExecution:
            - weight: 100
              preference:
                matchExpressions:
                  - { key: disk, operator: In, values: [nvm] }
      """
    Then the scheduler binds these pods:
      | pod     | node |
      | dreamer | hdd  |

  Scenario: A pod stays where it is when the node's label changes, and a waiting one gets its node
    Given the pod "database" is created:
      """yaml
      nodeSelector:
        disk: ssd
      """
    And the pod "archive" is created:
      """yaml
      nodeSelector:
        disk: tape
      """
    And the scheduler binds these pods:
      | pod      | node |
      | database | ssd  |
      | archive  | none |
    When the hollow node "ssd" gets the label "disk=tape"
    Then the scheduler binds these pods:
      | pod      | node |
      | database | ssd  |
      | archive  | ssd  |
