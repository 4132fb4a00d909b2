@scheduler @slide-scheduler @requires-hollow-nodes
Feature: Scheduler: priority and preemption
  Who goes first when there is not enough room?

  A PriorityClass gives pods a priority. A pod that finds no room may preempt pods of lower priority.
  Reference: https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/ and upstream's
  "[sig-scheduling] SchedulerPreemption [Serial] validates basic preemption works [Conformance]"

  Background:
    Given a cluster
    And these PriorityClasses:
      | name      | value | preemptionPolicy     |
      | batch     | 10    | PreemptLowerPriority |
      | important | 1000  | PreemptLowerPriority |
      | polite    | 1000  | Never                |

  # upstream: [sig-scheduling] SchedulerPreemption validates basic preemption works [Conformance] [Serial]
  Scenario: An important pod takes the room of an unimportant one
    Given these hollow nodes:
      | node | cpu |
      | only | 2   |
    And the pod "report" is created:
      """yaml
      priorityClassName: "{namespace}-batch"
      containers:
        - resources:
            requests: { cpu: 2 }
      """
    And the scheduler binds these pods:
      | pod    | node |
      | report | only |
    When the pod "checkout" is created:
      """yaml
      priorityClassName: "{namespace}-important"
      containers:
        - resources:
            requests: { cpu: 2 }
      """
    Then the pod "report" is gone, and the event Preempted says why
    And the scheduler binds these pods:
      | pod      | node |
      | checkout | only |

  Scenario: A pod of no higher priority waits
    Given these hollow nodes:
      | node | cpu |
      | only | 2   |
    And the pod "checkout" is created:
      """yaml
      priorityClassName: "{namespace}-important"
      containers:
        - resources:
            requests: { cpu: 2 }
      """
    And the scheduler binds these pods:
      | pod      | node |
      | checkout | only |
    When the pod "payment" is created:
      """yaml
      priorityClassName: "{namespace}-important"
      containers:
        - resources:
            requests: { cpu: 2 }
      """
    And the pod "report" is created:
      """yaml
      priorityClassName: "{namespace}-batch"
      containers:
        - resources:
            requests: { cpu: 2 }
      """
    Then the scheduler binds these pods:
      | pod      | node |
      | payment  | none |
      | report   | none |
      | checkout | only |

  Scenario: A pod whose class never preempts waits, however important it is
    Given these hollow nodes:
      | node | cpu |
      | only | 2   |
    And the pod "report" is created:
      """yaml
      priorityClassName: "{namespace}-batch"
      containers:
        - resources:
            requests: { cpu: 2 }
      """
    And the scheduler binds these pods:
      | pod    | node |
      | report | only |
    When the pod "analysis" is created:
      """yaml
      priorityClassName: "{namespace}-polite"
      containers:
        - resources:
            requests: { cpu: 2 }
      """
    Then the scheduler binds these pods:
      | pod      | node |
      | analysis | none |
      | report   | only |

  Scenario: The pods that are driven out are the least important ones
    Given these hollow nodes:
      | node  | cpu |
      | left  | 2   |
      | right | 2   |
    And the pod "report" is created:
      """yaml
      nodeSelector:
        kubernetes.io/hostname: "{namespace}-left"
      priorityClassName: "{namespace}-batch"
      containers:
        - resources:
            requests: { cpu: 2 }
      """
    And the pod "leftover" is created:
      """yaml
      nodeSelector:
        kubernetes.io/hostname: "{namespace}-right"
      containers:
        - resources:
            requests: { cpu: 2 }
      """
    And the scheduler binds these pods:
      | pod      | node  |
      | report   | left  |
      | leftover | right |
    When the pod "checkout" is created:
      """yaml
      priorityClassName: "{namespace}-important"
      containers:
        - resources:
            requests: { cpu: 2 }
      """
    Then the pod "leftover" is gone, and the event Preempted says why
    And the scheduler binds these pods:
      | pod      | node  |
      | report   | left  |
      | checkout | right |
