@controllers @slide-controllers
Feature: Indexed Jobs
  What if each pod of a Job has a part of its own to do?

  The pods of a Job used to be interchangeable: a queue had to tell each what to do. Those of an indexed Job are numbered, and the Job keeps
  account of every number.
  Reference: https://kubernetes.io/docs/concepts/workloads/controllers/job/#completion-mode

  Background:
    Given a cluster

  # upstream: [sig-apps] Job should create pods for an Indexed job with completion indexes and specified hostname [Conformance]
  @requires-kubernetes>=1.24
  Scenario: Each index is done once, by a pod that knows its number
    When this manifest is applied:
      """yaml
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: mosaic
      spec:
        completionMode: Indexed
        completions: 3
        parallelism: 3
        template:
          spec:
            restartPolicy: Never
            containers:
              - name: mosaic
                image: toolbox
                command: [sh, -c, 'test "$(hostname)" = "mosaic-$JOB_COMPLETION_INDEX"']
      """
    Then the Job "mosaic" comes to have:
      | field                              | value |
      | status.conditions[Complete].status | True  |
      | status.succeeded                   | 3     |
      | status.completedIndexes            | 0-2   |
    And the API server answers these requests, one after the other:
      | request                                 | answer | answer holds                                  |
      | GET /api/v1/namespaces/{namespace}/pods | 200 OK | items.spec.hostname=mosaic-0 mosaic-1 mosaic-2 |

  @requires-kubernetes>=1.24
  Scenario: With a backoffLimit, one index that fails ends the whole Job
    The older limit counts the failures of all pods. Compare the next scenario.

    When this manifest is applied:
      """yaml
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: mosaic
      spec:
        completionMode: Indexed
        completions: 3
        parallelism: 1
        backoffLimit: 0
        template:
          spec:
            restartPolicy: Never
            containers:
              - name: mosaic
                image: toolbox
                command: [sh, -c, 'test "$JOB_COMPLETION_INDEX" != 1']
      """
    Then the Job "mosaic" comes to have:
      | field                            | value                |
      | status.conditions[Failed].status | True                 |
      | status.conditions[Failed].reason | BackoffLimitExceeded |
      | status.completedIndexes          | 0                    |

  # upstream: [sig-apps] Job should execute all indexes despite some failing when using backoffLimitPerIndex [Conformance]
  @requires-kubernetes>=1.33
  Scenario: With a backoffLimit for each index, the others are done all the same
    When this manifest is applied:
      """yaml
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: mosaic
      spec:
        completionMode: Indexed
        completions: 3
        parallelism: 1
        backoffLimitPerIndex: 0
        template:
          spec:
            restartPolicy: Never
            containers:
              - name: mosaic
                image: toolbox
                command: [sh, -c, 'test "$JOB_COMPLETION_INDEX" != 1']
      """
    Then the Job "mosaic" comes to have:
      | field                            | value         |
      | status.conditions[Failed].status | True          |
      | status.conditions[Failed].reason | FailedIndexes |
      | status.completedIndexes          | 0,2           |
      | status.failedIndexes             | 1             |

  # upstream: [sig-apps] Job with successPolicy succeededIndexes rule should succeeded even when some indexes remain pending [Conformance]
  @requires-kubernetes>=1.33
  Scenario: The leader's success is enough, if the Job says so
    The others would wait for ever. The Job ends them. https://kubernetes.io/docs/concepts/workloads/controllers/job/#success-policy

    When this manifest is applied:
      """yaml
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: orchestra
      spec:
        completionMode: Indexed
        completions: 3
        parallelism: 3
        successPolicy:
          rules:
            - succeededIndexes: "0"
        template:
          spec:
            restartPolicy: Never
            containers:
              - name: musician
                image: toolbox
                command: [sh, -c, 'test "$JOB_COMPLETION_INDEX" = 0 || sleep infinity']
      """
    Then the Job "orchestra" comes to have:
      | field                              | value         |
      | status.conditions[Complete].status | True          |
      | status.conditions[Complete].reason | SuccessPolicy |
      | status.completedIndexes            | 0             |
      | status.active                      | none          |

  @requires-kubernetes>=1.31
  Scenario: An indexed Job grows and shrinks while it runs
    Its number of completions was fixed for ever; now it may change together with the parallelism.
    https://kubernetes.io/docs/concepts/workloads/controllers/job/#elastic-indexed-jobs

    Given this manifest is applied:
      """yaml
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: choir
      spec:
        completionMode: Indexed
        completions: 1
        parallelism: 1
        template:
          spec:
            restartPolicy: Never
            containers:
              - name: singer
                image: toolbox
                command: [sleep, infinity]
      """
    And the Job "choir" comes to have:
      | field         | value |
      | status.ready  | 1     |
      | status.active | 1     |
    When the Job "choir" is changed:
      """yaml
      spec:
        completions: 3
        parallelism: 3
      """
    Then the Job "choir" comes to have:
      | field         | value |
      | status.ready  | 3     |
      | status.active | 3     |
    And the API server answers these requests, one after the other:
      | request                                 | answer | answer holds                                |
      | GET /api/v1/namespaces/{namespace}/pods | 200 OK | items.spec.hostname=choir-0 choir-1 choir-2 |
