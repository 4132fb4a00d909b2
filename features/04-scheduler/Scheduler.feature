@scheduler @slide-scheduler
Feature: Scheduler
  Where does this workload run?

  For every pod without a node, the scheduler filters out the nodes that don't fit, and binds the pod to the best of the rest.
  Reference: https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/ and upstream's
  "[sig-scheduling] SchedulerPredicates [Serial] validates that NodeSelector is respected if matching [Conformance]"

  Background:
    Given a cluster with these nodes:
      | node  | labels   |
      | node1 | disk=hdd |
      | node2 | disk=ssd |

  @requires-node-labels
  Scenario: A workload that needs a local SSD runs on the node that has one
    There are three replicas because a single one could land there by chance. Left to itself, the scheduler would spread them.

    When this manifest is applied:
      """yaml
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: database
      spec:
        replicas: 3
        selector:
          matchLabels:
            app: database
        template:
          metadata:
            labels:
              app: database
          spec:
            affinity:
              nodeAffinity:
                requiredDuringSchedulingIgnoredDuringExecution:
                  nodeSelectorTerms:
                    - matchExpressions:
                        - key: disk
                          operator: In
                          values: [ssd]
            containers:
              - name: database
                image: toolbox
                command: [sleep, infinity]
      """
    Then the 3 pods of the Deployment "database" become Ready on "node2"

  # upstream: [sig-scheduling] SchedulerPredicates validates that NodeSelector is respected if not matching [Conformance] [Serial]
  Scenario: A workload that needs what no node has stays Pending, and an event says why
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata:
        name: renderer
      spec:
        nodeSelector:
          gpu: present
        containers:
          - name: renderer
            image: toolbox
            command: [sleep, infinity]
      """
    Then the pod "renderer" stays Pending, and the event FailedScheduling says why

  # Watch for: the third pod stays Pending, and an event says why.
  @quick
  Scenario: Replicas that avoid each other run on different nodes, and one too many waits
    Given this manifest is applied:
      """yaml
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      spec:
        replicas: 2
        selector:
          matchLabels:
            app: web
        template:
          metadata:
            labels:
              app: web
          spec:
            affinity:
              podAntiAffinity:
                requiredDuringSchedulingIgnoredDuringExecution:
                  - topologyKey: kubernetes.io/hostname
                    labelSelector:
                      matchLabels:
                        app: web
            containers:
              - name: web
                image: toolbox
                command: [sleep, infinity]
      """
    And the 2 pods of the Deployment "web" become Ready
    When the Deployment "web" is scaled to 3
    Then the scheduler spreads the pods "web" like this:
      | node  | pods |
      | node1 | 1    |
      | node2 | 1    |
      | none  | 1    |
