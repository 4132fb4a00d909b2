@scheduler @slide-scheduler @requires-own-cluster
Feature: Scheduler: spread policies
  Which zones, and which pods, count when replicas are spread?

  At first all zones that the pod's node selector allows, and all pods that the labels select. Both were wrong at times: during a rollout, and
  with zones that a taint closes. Each pair of scenarios shows the older way first.
  Reference: https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/#spread-constraint-definition

  Background:
    Given a cluster

  @requires-kubernetes>=1.30
  Scenario: A pod waits for the third zone if there must be three
    Without minDomains, two zones are enough: see "Scheduler: topology spread". Useful where an autoscaler brings the third.
    Given these hollow nodes:
      | node | zone  |
      | n1   | north |
      | s1   | south |
    When 3 pods "web" are created:
      """yaml
      topologySpreadConstraints:
        - topologyKey: topology.kubernetes.io/zone
          maxSkew: 1
          minDomains: 3
          whenUnsatisfiable: DoNotSchedule
          labelSelector:
            matchLabels: { app: web }
      """
    Then the scheduler spreads the pods "web" like this:
      | zone  | pods |
      | north | 1    |
      | south | 1    |
      | none  | 1    |
    When these hollow nodes join:
      | node | zone |
      | e1   | east |
    Then the scheduler spreads the pods "web" like this:
      | zone  | pods |
      | north | 1    |
      | south | 1    |
      | east  | 1    |

  Scenario: A zone that a taint closes counts, and nobody gets in
    So the second pod has nowhere to go. Compare the next scenario.
    Given these hollow nodes:
      | node | zone  | taints                |
      | n1   | north |                       |
      | s1   | south | repairs=on:NoSchedule |
    When 2 pods "web" are created:
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
      | none  | 1    |

  @requires-kubernetes>=1.33
  Scenario: A zone that a taint closes does not count, if the pod says so
    Given these hollow nodes:
      | node | zone  | taints                |
      | n1   | north |                       |
      | s1   | south | repairs=on:NoSchedule |
    When 2 pods "web" are created:
      """yaml
      topologySpreadConstraints:
        - topologyKey: topology.kubernetes.io/zone
          maxSkew: 1
          nodeTaintsPolicy: Honor
          whenUnsatisfiable: DoNotSchedule
          labelSelector:
            matchLabels: { app: web }
      """
    Then the scheduler spreads the pods "web" like this:
      | zone  | pods |
      | north | 2    |

  @requires-kubernetes>=1.33
  Scenario: A zone that the pod itself rules out counts, if the pod says so
    By default it doesn't, as ever: then both would be in the north.
    Given these hollow nodes:
      | node | zone  |
      | n1   | north |
      | s1   | south |
    When 2 pods "web" are created:
      """yaml
      nodeSelector:
        topology.kubernetes.io/zone: north
      topologySpreadConstraints:
        - topologyKey: topology.kubernetes.io/zone
          maxSkew: 1
          nodeAffinityPolicy: Ignore
          whenUnsatisfiable: DoNotSchedule
          labelSelector:
            matchLabels: { app: web }
      """
    Then the scheduler spreads the pods "web" like this:
      | zone  | pods |
      | north | 1    |
      | none  | 1    |

  Scenario: In a rollout the old replicas count, and the new ones gather where those are not
    The new ones are left unbalanced once the old ones go. Compare the next scenario.
    Given these hollow nodes:
      | node | zone  |
      | n1   | north |
      | s1   | south |
    And this manifest is applied:
      """yaml
      apiVersion: apps/v1
      kind: ReplicaSet
      metadata:
        name: old
      spec:
        replicas: 2
        selector: { matchLabels: { app: web, revision: old } }
        template:
          metadata: { labels: { app: web, revision: old } }
          spec:
            nodeSelector: { estaleiro.io/pool: "{namespace}", topology.kubernetes.io/zone: north }
            tolerations: [{ operator: Exists }]
            terminationGracePeriodSeconds: 0
            containers: [{ name: web, image: toolbox }]
      """
    And the scheduler spreads the pods "web" like this:
      | zone  | pods |
      | north | 2    |
    When this manifest is applied:
      """yaml
      apiVersion: apps/v1
      kind: ReplicaSet
      metadata:
        name: new
      spec:
        replicas: 2
        selector: { matchLabels: { app: web, revision: new } }
        template:
          metadata: { labels: { app: web, revision: new } }
          spec:
            nodeSelector: { estaleiro.io/pool: "{namespace}" }
            tolerations: [{ operator: Exists }]
            terminationGracePeriodSeconds: 0
            containers: [{ name: web, image: toolbox }]
            topologySpreadConstraints:
              - topologyKey: topology.kubernetes.io/zone
                maxSkew: 1
                whenUnsatisfiable: DoNotSchedule
                labelSelector: { matchLabels: { app: web } }
      """
    Then the scheduler spreads the pods "web" like this:
      | zone  | pods |
      | north | 2    |
      | south | 2    |

  @requires-kubernetes>=1.27
  Scenario: In a rollout each revision is spread for itself, if the pod names the label
    A Deployment's own label for it is pod-template-hash.
    Given these hollow nodes:
      | node | zone  |
      | n1   | north |
      | s1   | south |
    And this manifest is applied:
      """yaml
      apiVersion: apps/v1
      kind: ReplicaSet
      metadata:
        name: old
      spec:
        replicas: 2
        selector: { matchLabels: { app: web, revision: old } }
        template:
          metadata: { labels: { app: web, revision: old } }
          spec:
            nodeSelector: { estaleiro.io/pool: "{namespace}", topology.kubernetes.io/zone: north }
            tolerations: [{ operator: Exists }]
            terminationGracePeriodSeconds: 0
            containers: [{ name: web, image: toolbox }]
      """
    And the scheduler spreads the pods "web" like this:
      | zone  | pods |
      | north | 2    |
    When this manifest is applied:
      """yaml
      apiVersion: apps/v1
      kind: ReplicaSet
      metadata:
        name: new
      spec:
        replicas: 2
        selector: { matchLabels: { app: web, revision: new } }
        template:
          metadata: { labels: { app: web, revision: new } }
          spec:
            nodeSelector: { estaleiro.io/pool: "{namespace}" }
            tolerations: [{ operator: Exists }]
            terminationGracePeriodSeconds: 0
            containers: [{ name: web, image: toolbox }]
            topologySpreadConstraints:
              - topologyKey: topology.kubernetes.io/zone
                maxSkew: 1
                whenUnsatisfiable: DoNotSchedule
                labelSelector: { matchLabels: { app: web } }
                matchLabelKeys: [revision]
      """
    Then the scheduler spreads the pods "web" like this:
      | zone  | pods |
      | north | 3    |
      | south | 1    |

  @requires-kubernetes>=1.33
  Scenario: A new replica may join an old one on its node, though two of a revision may not
    Without matchLabelKeys a rollout is stuck when every node has an old replica: the new one avoids those too.
    Given these hollow nodes:
      | node |
      | one  |
    And this manifest is applied:
      """yaml
      apiVersion: apps/v1
      kind: ReplicaSet
      metadata:
        name: old
      spec:
        replicas: 1
        selector: { matchLabels: { app: web, revision: old } }
        template:
          metadata: { labels: { app: web, revision: old } }
          spec:
            nodeSelector: { estaleiro.io/pool: "{namespace}" }
            tolerations: [{ operator: Exists }]
            terminationGracePeriodSeconds: 0
            containers: [{ name: web, image: toolbox }]
            affinity:
              podAntiAffinity:
                requiredDuringSchedulingIgnoredDuringExecution:
                  - topologyKey: kubernetes.io/hostname
                    labelSelector: { matchLabels: { app: web } }
                    matchLabelKeys: [revision]
      """
    And the scheduler spreads the pods "web" like this:
      | node | pods |
      | one  | 1    |
    When this manifest is applied:
      """yaml
      apiVersion: apps/v1
      kind: ReplicaSet
      metadata:
        name: new
      spec:
        replicas: 2
        selector: { matchLabels: { app: web, revision: new } }
        template:
          metadata: { labels: { app: web, revision: new } }
          spec:
            nodeSelector: { estaleiro.io/pool: "{namespace}" }
            tolerations: [{ operator: Exists }]
            terminationGracePeriodSeconds: 0
            containers: [{ name: web, image: toolbox }]
            affinity:
              podAntiAffinity:
                requiredDuringSchedulingIgnoredDuringExecution:
                  - topologyKey: kubernetes.io/hostname
                    labelSelector: { matchLabels: { app: web } }
                    matchLabelKeys: [revision]
      """
    Then the scheduler spreads the pods "web" like this:
      | node | pods |
      | one  | 2    |
      | none | 1    |
