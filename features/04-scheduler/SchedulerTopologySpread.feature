@scheduler @slide-scheduler @requires-hollow-nodes
Feature: Scheduler: topology spread
  Are the replicas spread evenly enough to survive the loss of a zone?

  A spread constraint limits the skew: how many more matching pods a zone may have than the zone with the fewest.
  Reference: https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/ and upstream's
  "[sig-scheduling] SchedulerPredicates [Serial] PodTopologySpread Filtering validates 4 pods with MaxSkew=1 are evenly distributed into 2 nodes"

  Background:
    Given a cluster
    And these hollow nodes:
      | node | zone  | example.com/gpu |
      | n1   | north | 4               |
      | n2   | north | 4               |
      | n3   | north | 4               |
      | s1   | south | 4               |
      | e1   | east  | 1               |

  Scenario: Replicas are spread evenly over zones, however many nodes a zone has
    When 6 pods "web" are created:
      """yaml
      topologySpreadConstraints:
        - topologyKey: topology.kubernetes.io/zone
          maxSkew: 1
          whenUnsatisfiable: DoNotSchedule
          labelSelector:
            matchLabels: { app: web }
      """
    Then the scheduler spreads the pods "web" like this:
      | zone  | pods |
      | north | 2    |
      | south | 2    |
      | east  | 2    |

  Scenario: When one zone is full, DoNotSchedule keeps the rest waiting
    When 6 pods "web" are created:
      """yaml
      containers:
        - resources:
            limits: { example.com/gpu: 1 }
      topologySpreadConstraints:
        - topologyKey: topology.kubernetes.io/zone
          maxSkew: 1
          whenUnsatisfiable: DoNotSchedule
          labelSelector:
            matchLabels: { app: web }
      """
    Then the scheduler spreads the pods "web" like this:
      | zone  | pods |
      | north | 2    |
      | south | 2    |
      | east  | 1    |
      | none  | 1    |

  Scenario: When one zone is full, ScheduleAnyway puts the rest into the others
    When 7 pods "web" are created:
      """yaml
      containers:
        - resources:
            limits: { example.com/gpu: 1 }
      topologySpreadConstraints:
        - topologyKey: topology.kubernetes.io/zone
          maxSkew: 1
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels: { app: web }
      """
    Then the scheduler spreads the pods "web" like this:
      | zone  | pods |
      | north | 3    |
      | south | 3    |
      | east  | 1    |

  Scenario: Only pods that the constraint selects count
    Given 3 pods "cache" are created:
      """yaml
      nodeSelector:
        topology.kubernetes.io/zone: north
      containers:
        - resources:
            requests: { cpu: 2 }
      """
    And the scheduler spreads the pods "cache" like this:
      | zone  | pods |
      | north | 3    |
    When 3 pods "web" are created:
      """yaml
      topologySpreadConstraints:
        - topologyKey: topology.kubernetes.io/zone
          maxSkew: 1
          whenUnsatisfiable: DoNotSchedule
          labelSelector:
            matchLabels: { app: web }
      """
    Then the scheduler spreads the pods "web" like this:
      | zone  | pods |
      | north | 1    |
      | south | 1    |
      | east  | 1    |

  Scenario: Ten replicas on ten nodes in three zones: every node gets one
    Some nodes are far bigger than others, and would otherwise get all of the replicas.

    When these hollow nodes join:
      | node | zone  | cpu | memory |
      | s2   | south | 4   | 8Gi    |
      | s3   | south | 4   | 8Gi    |
      | e2   | east  | 64  | 128Gi  |
      | e3   | east  | 64  | 128Gi  |
      | e4   | east  | 64  | 128Gi  |
    And 10 pods "web" are created:
      """yaml
      topologySpreadConstraints:
        - topologyKey: topology.kubernetes.io/zone
          maxSkew: 1
          whenUnsatisfiable: DoNotSchedule
          labelSelector:
            matchLabels: { app: web }
        - topologyKey: kubernetes.io/hostname
          maxSkew: 1
          whenUnsatisfiable: DoNotSchedule
          labelSelector:
            matchLabels: { app: web }
      """
    Then the scheduler spreads the pods "web" like this:
      | node | pods |
      | n1   | 1    |
      | n2   | 1    |
      | n3   | 1    |
      | s1   | 1    |
      | s2   | 1    |
      | s3   | 1    |
      | e1   | 1    |
      | e2   | 1    |
      | e3   | 1    |
      | e4   | 1    |
