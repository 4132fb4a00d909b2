@scheduler @slide-scheduler @requires-hollow-nodes
Feature: Scheduler: resources
  Is there room for this workload?

  A node offers amounts (CPU, memory, devices such as GPUs), and a pod requests some of them. The scheduler adds up requests, not actual
  use.
  Reference: https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#how-pods-with-resource-requests-are-scheduled
  and upstream's "[sig-scheduling] SchedulerPredicates [Serial] validates resource limits of pods that are allowed to run [Conformance]"

  Scenario: A pod that fits nowhere waits, and gets its node when one with room joins
    Given a cluster
    And these hollow nodes:
      | node   | cpu | memory |
      | small1 | 2   | 4Gi    |
      | small2 | 2   | 4Gi    |
    And the pod "huge" is created:
      """yaml
      containers:
        - resources:
            requests: { cpu: 3 }
      """
    And the scheduler binds these pods:
      | pod  | node |
      | huge | none |
    When these hollow nodes join:
      | node | cpu | memory |
      | big  | 8   | 16Gi   |
    Then the scheduler binds these pods:
      | pod  | node |
      | huge | big  |

  # upstream: [sig-scheduling] SchedulerPredicates validates resource limits of pods that are allowed to run [Conformance] [Serial]
  Scenario: Nodes are filled up to what they offer, and not beyond
    Given a cluster
    And these hollow nodes:
      | node | cpu | memory |
      | one  | 1   | 8Gi    |
      | two  | 8   | 2Gi    |
    When 4 pods "web" are created:
      """yaml
      containers:
        - resources:
            requests: { cpu: 500m, memory: 2Gi }
      """
    Then the scheduler spreads the pods "web" like this:
      | node | pods |
      | one  | 2    |
      | two  | 1    |
      | none | 1    |

  Scenario: When a pod goes, one that waited takes its room
    Given a cluster
    And these hollow nodes:
      | node | cpu |
      | only | 1   |
    And the pod "first" is created:
      """yaml
      containers:
        - resources:
            requests: { cpu: 1 }
      """
    And the scheduler binds these pods:
      | pod   | node |
      | first | only |
    And the pod "second" is created:
      """yaml
      containers:
        - resources:
            requests: { cpu: 1 }
      """
    And the scheduler binds these pods:
      | pod    | node |
      | second | none |
    When the Pod "first" is deleted
    Then the scheduler binds these pods:
      | pod    | node |
      | second | only |

  Scenario: Who needs a GPU gets a node with one that is free
    Given a cluster
    And these hollow nodes:
      | node  | cpu | example.com/gpu |
      | plain | 64  |                 |
      | gpus  | 4   | 2               |
    When 3 pods "renderer" are created:
      """yaml
      containers:
        - resources:
            limits:
              example.com/gpu: 1
      """
    Then the scheduler spreads the pods "renderer" like this:
      | node | pods |
      | gpus | 2    |
      | none | 1    |

  Scenario: Two pods with the same host port never share a node
    Given a cluster
    And these hollow nodes:
      | node  |
      | left  |
      | right |
    When 3 pods "proxy" are created:
      """yaml
      containers:
        - ports:
            - { containerPort: 80, hostPort: 8080 }
      """
    Then the scheduler spreads the pods "proxy" like this:
      | node  | pods |
      | left  | 1    |
      | right | 1    |
      | none  | 1    |

  # upstream: [sig-scheduling] SchedulerPredicates validates that there exists conflict between pods with same hostPort and protocol but one using 0.0.0.0 hostIP [Conformance] [Serial]
  Scenario: A host port of another protocol or another address is another host port
    Given a cluster
    And these hollow nodes:
      | node |
      | only |
    And the pod "dns-tcp" is created:
      """yaml
      containers:
        - ports:
            - { containerPort: 53, hostPort: 5353, hostIP: 127.0.0.1, protocol: TCP }
      """
    When the pod "dns-udp" is created:
      """yaml
      containers:
        - ports:
            - { containerPort: 53, hostPort: 5353, hostIP: 127.0.0.1, protocol: UDP }
      """
    And the pod "dns-outside" is created:
      """yaml
      containers:
        - ports:
            - { containerPort: 53, hostPort: 5353, hostIP: 127.0.0.2, protocol: TCP }
      """
    And the pod "dns-everywhere" is created:
      """yaml
      containers:
        - ports:
            - { containerPort: 53, hostPort: 5353, protocol: TCP }
      """
    Then the scheduler binds these pods:
      | pod            | node |
      | dns-tcp        | only |
      | dns-udp        | only |
      | dns-outside    | only |
      | dns-everywhere | none |
