@controllers @slide-controllers
Feature: Rollouts
  How does a new version go live without anyone noticing?

  A Deployment keeps one ReplicaSet per version and moves the pods from one to the next, no faster than its strategy allows.
  Reference: https://kubernetes.io/docs/concepts/workloads/controllers/deployment/ and upstream's
  "[sig-apps] Deployment RollingUpdateDeployment should delete old pods and create new ones [Conformance]"

  Background:
    Given a cluster
    And this manifest is applied:
      """yaml
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      spec:
        replicas: 2
        strategy:
          rollingUpdate:
            maxSurge: 1
            maxUnavailable: 0
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
    And the Deployment "web" is rolled out

  Scenario: A Deployment grows and shrinks
    When the Deployment "web" is scaled to 3
    Then the 3 pods of the Deployment "web" become Ready
    When the Deployment "web" is scaled to 1
    Then the Deployment "web" comes to have:
      | field                | value |
      | status.replicas      | 1     |
      | status.readyReplicas | 1     |
    And the namespace comes to hold:
      | kind       | objects |
      | ReplicaSet | 1       |
      | Pod        | 1       |

  # upstream: [sig-apps] Deployment RollingUpdateDeployment should delete old pods and create new ones [Conformance]
  Scenario: A new version replaces the old one pod by pod, and there are never fewer than asked for
    The strategy limits the sum of what the ReplicaSets ask for. For a moment there may be one more pod: a new one is created before an old
    one is gone.

    Given somebody keeps a diary of the pods
    And somebody keeps a diary of the ReplicaSets
    When the Deployment "web" is changed:
      """yaml
      spec:
        template:
          metadata:
            annotations:
              version: new
      """
    Then the Deployment "web" is rolled out
    And the diary counts at all times:
      | pods      | lowest | highest |
      | Ready     | 2      |         |
      | asked for | 2      | 3       |
    And the Deployment "web" owns:
      """
      Deployment web
      ├─ ReplicaSet web, revision 1
      └─ ReplicaSet web, revision 2
         ├─ Pod web-1
         └─ Pod web-2
      """

  Scenario: Rolling back gives the pods to the old ReplicaSet again
    Given the Deployment "web" is changed:
      """yaml
      spec:
        template:
          metadata:
            annotations:
              version: new
      """
    And the Deployment "web" is rolled out
    When the Deployment "web" is rolled back to revision 1
    Then the Deployment "web" is rolled out
    And the Deployment "web" owns:
      """
      Deployment web
      ├─ ReplicaSet web, revision 2
      └─ ReplicaSet web, revision 3
         ├─ Pod web-1
         └─ Pod web-2
      """

  Scenario: A paused Deployment collects changes and rolls them out when it goes on
    Given the Deployment "web" is changed:
      """yaml
      spec:
        paused: true
      """
    When the Deployment "web" is changed:
      """yaml
      spec:
        template:
          metadata:
            annotations:
              version: new
      """
    Then the Deployment "web" comes to have:
      | field                                 | value            |
      | status.conditions[Progressing].reason | DeploymentPaused |
      | status.readyReplicas                  | 2                |
      | status.updatedReplicas                | none             |
    When the Deployment "web" is changed:
      """yaml
      spec:
        paused: false
      """
    Then the Deployment "web" is rolled out
    And the Deployment "web" owns:
      """
      Deployment web
      ├─ ReplicaSet web, revision 1
      └─ ReplicaSet web, revision 2
         ├─ Pod web-1
         └─ Pod web-2
      """

  Scenario: A version that never gets ready is reported as failed, and the old one stays
    When the Deployment "web" is changed:
      """yaml
      spec:
        progressDeadlineSeconds: 3
        template:
          spec:
            containers:
              - name: web
                readinessProbe:
                  exec:
                    command: ["false"]
                  periodSeconds: 1
      """
    Then the Deployment "web" comes to have:
      | field                                 | value                    |
      | status.conditions[Progressing].status | False                    |
      | status.conditions[Progressing].reason | ProgressDeadlineExceeded |
      | status.conditions[Available].status   | True                     |
      | status.updatedReplicas                | 1                        |
      | status.availableReplicas              | 2                        |
