@scheduler @slide-scheduler @requires-hollow-nodes
Feature: Scheduler: pod affinity
  Which pods should this workload run next to, and which should it avoid?

  A pod can ask to run near other pods, selected by their labels, or away from them. The topology key, a node label, defines what near
  means: the same host, or the same zone.
  Reference: https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#inter-pod-affinity-and-anti-affinity and upstream's
  "[sig-scheduling] SchedulerPredicates [Serial]", which tests inter-pod affinity in test/integration/scheduler/filters.

  Background:
    Given a cluster
    And these hollow nodes:
      | node | zone  | example.com/gpu |
      | n1   | north | 2               |
      | n2   | north | 2               |
      | s1   | south | 2               |
      | s2   | south | 2               |

  Scenario: Who needs a neighbour by zone runs in its zone
    Given the pod "cache" is created:
      """yaml
      nodeSelector:
        topology.kubernetes.io/zone: south
      """
    And the scheduler binds these pods:
      | pod   | zone  |
      | cache | south |
    When 3 pods "web" are created:
      """yaml
      affinity:
        podAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            - topologyKey: topology.kubernetes.io/zone
              labelSelector:
                matchLabels: { app: cache }
      """
    Then the scheduler spreads the pods "web" like this:
      | zone  | pods |
      | south | 3    |

  Scenario: Who needs a neighbour by host runs on its host, or waits
    Given the pod "cache" is created:
      """yaml
      nodeSelector:
        kubernetes.io/hostname: "{namespace}-s2"
      """
    And the scheduler binds these pods:
      | pod   | node |
      | cache | s2   |
    When 3 pods "web" are created:
      """yaml
      containers:
        - resources:
            requests: { cpu: 2 }
      affinity:
        podAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            - topologyKey: kubernetes.io/hostname
              labelSelector:
                matchLabels: { app: cache }
      """
    Then the scheduler spreads the pods "web" like this:
      | node | pods |
      | s2   | 2    |
      | none | 1    |

  Scenario: Nobody is there yet, so who needs a neighbour waits for it
    Given the pod "web" is created:
      """yaml
      affinity:
        podAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            - topologyKey: topology.kubernetes.io/zone
              labelSelector:
                matchLabels: { app: cache }
      """
    And the scheduler binds these pods:
      | pod | zone |
      | web | none |
    When the pod "cache" is created:
      """yaml
      nodeSelector:
        topology.kubernetes.io/zone: north
      """
    Then the scheduler binds these pods:
      | pod   | zone  |
      | cache | north |
      | web   | north |

  Scenario: Replicas that avoid each other by host get one node each, and one too many waits
    When 5 pods "web" are created:
      """yaml
      affinity:
        podAntiAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            - topologyKey: kubernetes.io/hostname
              labelSelector:
                matchLabels: { app: web }
      """
    Then the scheduler spreads the pods "web" like this:
      | node | pods |
      | n1   | 1    |
      | n2   | 1    |
      | s1   | 1    |
      | s2   | 1    |
      | none | 1    |

  Scenario: Replicas that avoid each other by zone get one zone each, and one too many waits
    When 3 pods "web" are created:
      """yaml
      affinity:
        podAntiAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            - topologyKey: topology.kubernetes.io/zone
              labelSelector:
                matchLabels: { app: web }
      """
    Then the scheduler spreads the pods "web" like this:
      | zone  | pods |
      | north | 1    |
      | south | 1    |
      | none  | 1    |

  Scenario: Who keeps others away keeps those away that come later and know nothing of it
    Given the pod "hermit" is created:
      """yaml
      nodeSelector:
        topology.kubernetes.io/zone: north
      affinity:
        podAntiAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            - topologyKey: topology.kubernetes.io/zone
              labelSelector:
                matchLabels: { app: web }
      """
    And the scheduler binds these pods:
      | pod    | zone  |
      | hermit | north |
    When 3 pods "web" are created:
      """yaml
      containers:
        - resources:
            requests: { cpu: 100m }
      """
    Then the scheduler spreads the pods "web" like this:
      | zone  | pods |
      | south | 3    |

  Scenario: A preferred neighbour is looked for, and done without where it has no room
    Given the pod "cache" is created:
      """yaml
      nodeSelector:
        kubernetes.io/hostname: "{namespace}-n2"
      containers:
        - resources:
            requests: { cpu: 1 }
      """
    And the scheduler binds these pods:
      | pod   | node |
      | cache | n2   |
    When the pod "web" is created:
      """yaml
      containers:
        - resources:
            requests: { cpu: 1 }
      affinity:
        podAffinity:
          preferredDuringSchedulingIgnoredDuringExecution:
            - weight: 100
              podAffinityTerm:
                topologyKey: kubernetes.io/hostname
                labelSelector:
                  matchLabels: { app: cache }
      """
    And the pod "report" is created:
      """yaml
      nodeSelector:
        topology.kubernetes.io/zone: south
      affinity:
        podAffinity:
          preferredDuringSchedulingIgnoredDuringExecution:
            - weight: 100
              podAffinityTerm:
                topologyKey: kubernetes.io/hostname
                labelSelector:
                  matchLabels: { app: cache }
      """
    Then the scheduler binds these pods:
      | pod    | zone  |
      | cache  | north |
      | web    | north |
      | report | south |
    And the scheduler spreads the pods "web" like this:
      | node | pods |
      | n2   | 1    |

  Scenario: A neighbour that is better avoided is avoided while there is room elsewhere
    Given the pod "cache" is created:
      """yaml
      nodeSelector:
        kubernetes.io/hostname: "{namespace}-n1"
      """
    And the scheduler binds these pods:
      | pod   | node |
      | cache | n1   |
    When 5 pods "web" are created:
      """yaml
      containers:
        - resources:
            limits: { example.com/gpu: 1 }
      affinity:
        podAntiAffinity:
          preferredDuringSchedulingIgnoredDuringExecution:
            - weight: 100
              podAffinityTerm:
                topologyKey: topology.kubernetes.io/zone
                labelSelector:
                  matchLabels: { app: cache }
      """
    Then the scheduler spreads the pods "web" like this:
      | zone  | pods |
      | south | 4    |
      | north | 1    |
