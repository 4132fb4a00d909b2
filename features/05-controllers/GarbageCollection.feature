@controllers @slide-controllers
Feature: Garbage collection
  Who cleans up what no one needs any more?

  Owner references link an object to its owner. When an owner is deleted, the garbage collector deletes its dependents, unless told to
  orphan them.
  Reference: https://kubernetes.io/docs/concepts/architecture/garbage-collection/ and upstream's
  "[sig-api-machinery] Garbage collector should delete pods created by rc when not orphaning [Conformance]"

  Background:
    Given a cluster

  # upstream: [sig-api-machinery] Garbage collector should delete RS created by deployment when not orphaning [Conformance]
  Scenario: A Deployment that is deleted takes its ReplicaSet and its pods along
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
            containers:
              - name: web
                image: toolbox
                command: [sleep, infinity]
      """
    And the 2 pods of the Deployment "web" become Ready
    When the Deployment "web" is deleted
    Then the namespace comes to hold:
      | kind       | objects |
      | Deployment | 0       |
      | ReplicaSet | 0       |
      | Pod        | 0       |

  Scenario: What its owner left behind lives on, until an owner with the same selector adopts it
    Reference: "[sig-apps] ReplicaSet should adopt matching pods on creation and release no longer matching pods [Conformance]"

    Given this manifest is applied:
      """yaml
      apiVersion: apps/v1
      kind: ReplicaSet
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
            containers:
              - name: web
                image: toolbox
                command: [sleep, infinity]
      """
    And the 2 pods of the ReplicaSet "web" become Ready
    And somebody keeps a diary of the pods
    When the ReplicaSet "web" is deleted, but not what it owns
    Then the pods have these owners:
      | pod   | owner  |
      | web-1 | nobody |
      | web-2 | nobody |
    When this manifest is applied:
      """yaml
      apiVersion: apps/v1
      kind: ReplicaSet
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
            containers:
              - name: web
                image: toolbox
                command: [sleep, infinity]
      """
    Then the pods have these owners:
      | pod   | owner          |
      | web-1 | ReplicaSet web |
      | web-2 | ReplicaSet web |
    And the diary counts at all times:
      | pods  | lowest | highest |
      | Ready | 2      | 2       |

  # upstream: [sig-apps] ReplicaSet should adopt matching pods on creation and release no longer matching pods [Conformance]
  Scenario: A pod that loses its label is released, and another takes its place
    Use this to take a faulty pod out of service and keep it for debugging.

    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata:
        name: sick
        labels:
          app: web
      spec:
        containers:
          - name: web
            image: toolbox
            command: [sleep, infinity]
      ---
      apiVersion: apps/v1
      kind: ReplicaSet
      metadata:
        name: web
      spec:
        replicas: 1
        selector:
          matchLabels:
            app: web
        template:
          metadata:
            labels:
              app: web
          spec:
            containers:
              - name: web
                image: toolbox
                command: [sleep, infinity]
      """
    And the pods have these owners:
      | pod  | owner          |
      | sick | ReplicaSet web |
    When the Pod "sick" is changed:
      """yaml
      metadata:
        labels:
          app: none
      """
    And the 1 pod of the ReplicaSet "web" becomes Ready
    Then the pods have these owners:
      | pod   | owner          |
      | sick  | nobody         |
      | web-1 | ReplicaSet web |

  Scenario Outline: What every namespace must have is made anew when it is deleted
    Reference: "[sig-auth] ServiceAccounts should guarantee kube-root-ca.crt exist in any namespace [Conformance]"

    Then a <kind> "<name>" that is deleted is made anew

    Examples:
      | kind           | name             |
      | ServiceAccount | default          |
      | ConfigMap      | kube-root-ca.crt |
