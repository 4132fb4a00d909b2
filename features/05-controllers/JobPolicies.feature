@controllers @slide-controllers
Feature: Job policies
  When is a Job beyond help, and who says so?

  The number of failures alone used to decide. Policies look at why a pod failed, and when it may be replaced.
  Reference: https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-failure-policy

  Background:
    Given a cluster

  # upstream: [sig-apps] Job should allow to use the pod failure policy on exit code to fail the job early [Conformance]
  @requires-kubernetes>=1.31
  Scenario: An exit code that nothing can mend ends the Job at once
    Compare "A Job that fails is tried again as often as its backoffLimit says": six more pods would fail in the same way.

    When this manifest is applied:
      """yaml
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: typo
      spec:
        backoffLimit: 6
        podFailurePolicy:
          rules:
            - action: FailJob
              onExitCodes:
                operator: In
                values: [42]
        template:
          spec:
            restartPolicy: Never
            containers:
              - name: typo
                image: toolbox
                command: [sh, -c, exit 42]
      """
    Then the Job "typo" comes to have:
      | field                            | value            |
      | status.conditions[Failed].status | True             |
      | status.conditions[Failed].reason | PodFailurePolicy |
      | status.failed                    | 1                |

  @requires-kubernetes>=1.24
  Scenario: A suspended Job has no pods until it is resumed
    So a queue can decide when a Job's turn has come. https://kubernetes.io/docs/concepts/workloads/controllers/job/#suspending-a-job

    Given this manifest is applied:
      """yaml
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: patient
      spec:
        suspend: true
        template:
          spec:
            restartPolicy: Never
            containers:
              - name: patient
                image: toolbox
                command: ["true"]
      """
    And the Job "patient" comes to have:
      | field                               | value |
      | status.conditions[Suspended].status | True  |
      | status.active                       | none  |
    And the namespace comes to hold:
      | kind | objects |
      | Pod  | 0       |
    When the Job "patient" is changed:
      """yaml
      spec:
        suspend: false
      """
    Then the Job "patient" comes to have:
      | field                               | value |
      | status.conditions[Suspended].status | False |
      | status.conditions[Complete].status  | True  |

  @requires-kubernetes>=1.35
  Scenario: A Job that another controller manages is left alone
    The Job controller comes to the second Job, and has passed over the first.
    https://kubernetes.io/docs/concepts/workloads/controllers/job/#delegation-of-managing-a-job-object-to-external-controller

    When this manifest is applied:
      """yaml
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: elsewhere
      spec:
        managedBy: example.com/far-away
        template:
          spec:
            restartPolicy: Never
            containers:
              - name: work
                image: toolbox
                command: ["true"]
      ---
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: here
      spec:
        template:
          spec:
            restartPolicy: Never
            containers:
              - name: work
                image: toolbox
                command: ["true"]
      """
    Then the Job "here" comes to have:
      | field                              | value |
      | status.conditions[Complete].status | True  |
    And the Job "elsewhere" comes to have:
      | field            | value |
      | status.startTime | none  |
      | status.active    | none  |
    And the namespace comes to hold:
      | kind | objects |
      | Pod  | 1       |

  @requires-own-cluster
  Scenario: A pod that is on its way out is replaced at once
    As ever: for a while two pods do the same work. On a hollow node no kubelet ends the first. Compare the next scenario.

    Given these hollow nodes:
      | node |
      | moon |
    And this manifest is applied:
      """yaml
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: training
      spec:
        template:
          spec:
            restartPolicy: Never
            nodeName: "{namespace}-moon"
            terminationGracePeriodSeconds: 30
            containers:
              - name: training
                image: toolbox
      """
    And the Job "training" comes to have:
      | field         | value |
      | status.active | 1     |
    When the API server answers these requests, one after the other:
      | request                                    | answer |
      | DELETE /api/v1/namespaces/{namespace}/pods | 200 OK |
    Then the namespace comes to hold:
      | kind | objects |
      | Pod  | 2       |
    And the Job "training" comes to have:
      | field         | value |
      | status.active | 1     |

  @requires-own-cluster @requires-kubernetes>=1.34
  Scenario: With podReplacementPolicy Failed, the replacement waits until the pod has ended
    The specs play the kubelet, and say in the end that it has.

    Given these hollow nodes:
      | node |
      | moon |
    And this manifest is applied:
      """yaml
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: training
      spec:
        podReplacementPolicy: Failed
        template:
          spec:
            restartPolicy: Never
            nodeName: "{namespace}-moon"
            terminationGracePeriodSeconds: 30
            containers:
              - name: training
                image: toolbox
      """
    And the Job "training" comes to have:
      | field         | value |
      | status.active | 1     |
    When the API server answers these requests, one after the other:
      | request                                    | answer |
      | DELETE /api/v1/namespaces/{namespace}/pods | 200 OK |
    Then the Job "training" comes to have:
      | field              | value |
      | status.terminating | 1     |
      | status.active      | none  |
    And the namespace comes to hold:
      | kind | objects |
      | Pod  | 1       |
    When the API server answers these requests, one after the other:
      | request                                                               | body                          | answer | answer holds                  |
      | GET /api/v1/namespaces/{namespace}/pods                               |                               | 200 OK | items.metadata.name=something |
      | PATCH /api/v1/namespaces/{namespace}/pods/{items.metadata.name}/status | {"status":{"phase":"Failed"}} | 200 OK |                               |
    Then the Job "training" comes to have:
      | field         | value |
      | status.active | 1     |
      | status.failed | 1     |
