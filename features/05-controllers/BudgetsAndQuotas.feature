@controllers @slide-controllers
Feature: Budgets and quotas
  Who keeps count?

  Some controllers do the counting that admission relies on: how much of a namespace's quota is used, and how many pods may be disrupted.

  Background:
    Given a cluster

  # upstream: [sig-api-machinery] ResourceQuota should create a ResourceQuota and capture the life of a service. [Conformance]
  # upstream: [sig-api-machinery] ResourceQuota should create a ResourceQuota and ensure its status is promptly calculated. [Conformance]
  Scenario: What a quota allows is counted up and down
    Reference: https://kubernetes.io/docs/concepts/policy/resource-quotas/ and upstream's
    "[sig-api-machinery] ResourceQuota should create a ResourceQuota and capture the life of a service. [Conformance]"

    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: ResourceQuota
      metadata:
        name: small-team
      spec:
        hard:
          services: "1"
          services.nodeports: "0"
      """
    And the ResourceQuota "small-team" comes to have:
      | field                | value |
      | status.hard.services | 1     |
      | status.used.services | 0     |
    When soon the API server answers this request like this:
      | request                                                | body                                                                         | answer        |
      | POST /api/v1/namespaces/{namespace}/services?dryRun=All | {"metadata":{"name":"none"},"spec":{"type":"NodePort","ports":[{"port":80}]}} | 403 Forbidden |
    And this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        ports:
          - port: 80
      """
    Then the ResourceQuota "small-team" comes to have:
      | field                | value |
      | status.used.services | 1     |
    When somebody tries to create:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: one-too-many
      spec:
        ports:
          - port: 80
      """
    Then the API server answers 403 Forbidden
    When the Service "web" is deleted
    Then the ResourceQuota "small-team" comes to have:
      | field                | value |
      | status.used.services | 0     |

  # upstream: [sig-apps] DisruptionController should observe PodDisruptionBudget status updated [Conformance]
  Scenario: A disruption budget refuses an eviction until there are pods to spare
    Reference: https://kubernetes.io/docs/concepts/workloads/pods/disruptions/ and upstream's
    "[sig-apps] DisruptionController should block an eviction until the PDB is updated to allow it [Conformance]"

    Given this manifest is applied:
      """yaml
      apiVersion: policy/v1
      kind: PodDisruptionBudget
      metadata:
        name: web
      spec:
        minAvailable: 1
        selector:
          matchLabels:
            app: web
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        labels:
          app: web
      spec:
        containers:
          - name: web
            image: toolbox
            command: [sleep, infinity]
      """
    And the PodDisruptionBudget "web" comes to have:
      | field                     | value |
      | status.currentHealthy     | 1     |
      | status.disruptionsAllowed | 0     |
    When somebody asks for the eviction of the pod "web"
    Then the API server answers 429 Too Many Requests
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata:
        name: spare
        labels:
          app: web
      spec:
        containers:
          - name: web
            image: toolbox
            command: [sleep, infinity]
      """
    And the PodDisruptionBudget "web" comes to have:
      | field                     | value |
      | status.currentHealthy     | 2     |
      | status.disruptionsAllowed | 1     |
    And somebody asks for the eviction of the pod "web"
    Then the API server answers 201 Created
    And the Pod "web" disappears

  Scenario: A pod that does not work is guarded like one that does
    As ever: a drain waits until somebody mends the pod. Compare the next scenario.
    https://kubernetes.io/docs/tasks/run-application/configure-pdb/#unhealthy-pod-eviction-policy

    Given this manifest is applied:
      """yaml
      apiVersion: policy/v1
      kind: PodDisruptionBudget
      metadata:
        name: web
      spec:
        minAvailable: 1
        selector:
          matchLabels:
            app: web
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        labels:
          app: web
      spec:
        containers:
          - name: web
            image: toolbox
            command: [sleep, infinity]
            readinessProbe:
              exec:
                command: ["false"]
      """
    And "status.phase" of the Pod "web" becomes "Running"
    And the PodDisruptionBudget "web" comes to have:
      | field                | value |
      | status.expectedPods  | 1     |
      | status.currentHealthy | 0    |
    When somebody asks for the eviction of the pod "web"
    Then the API server answers 429 Too Many Requests

  @requires-kubernetes>=1.31
  Scenario: A budget can let go of a pod that does not work
    Given this manifest is applied:
      """yaml
      apiVersion: policy/v1
      kind: PodDisruptionBudget
      metadata:
        name: web
      spec:
        minAvailable: 1
        unhealthyPodEvictionPolicy: AlwaysAllow
        selector:
          matchLabels:
            app: web
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        labels:
          app: web
      spec:
        containers:
          - name: web
            image: toolbox
            command: [sleep, infinity]
            readinessProbe:
              exec:
                command: ["false"]
      """
    And "status.phase" of the Pod "web" becomes "Running"
    And the PodDisruptionBudget "web" comes to have:
      | field                 | value |
      | status.expectedPods   | 1     |
      | status.currentHealthy | 0     |
    When somebody asks for the eviction of the pod "web"
    Then the API server answers 201 Created
    And the Pod "web" disappears
