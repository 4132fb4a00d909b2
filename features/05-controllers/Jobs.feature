@controllers @slide-controllers
Feature: Jobs
  Who runs something until it is done?

  A Job starts pods until enough of them have succeeded, or too many have failed. A CronJob creates Jobs on a schedule.
  Reference: https://kubernetes.io/docs/concepts/workloads/controllers/job/ and upstream's
  "[sig-apps] Job should run a job to completion when tasks sometimes fail and are locally restarted"

  Background:
    Given a cluster

  Scenario: A Job runs until it has completed three times, never more than two at once
    Given somebody keeps a diary of the pods
    When this manifest is applied:
      """yaml
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: rendering
      spec:
        completions: 3
        parallelism: 2
        template:
          spec:
            restartPolicy: Never
            containers:
              - name: rendering
                image: toolbox
                command: [sleep, "1"]
      """
    Then the Job "rendering" comes to have:
      | field                              | value |
      | status.conditions[Complete].status | True  |
      | status.succeeded                   | 3     |
      | status.failed                      | none  |
    And the diary counts at all times:
      | pods    | lowest | highest |
      | at work | 0      | 2       |

  Scenario: A Job that fails is tried again as often as its backoffLimit says
    When this manifest is applied:
      """yaml
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: hopeless
      spec:
        backoffLimit: 1
        template:
          spec:
            restartPolicy: Never
            containers:
              - name: hopeless
                image: toolbox
                command: ["false"]
      """
    Then the Job "hopeless" comes to have:
      | field                            | value                |
      | status.conditions[Failed].status | True                 |
      | status.conditions[Failed].reason | BackoffLimitExceeded |
      | status.failed                    | 2                    |
      | status.succeeded                 | none                 |

  Scenario: A Job that takes too long is ended
    When this manifest is applied:
      """yaml
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: endless
      spec:
        activeDeadlineSeconds: 2
        template:
          spec:
            restartPolicy: Never
            containers:
              - name: endless
                image: toolbox
                command: [sleep, infinity]
      """
    Then the Job "endless" comes to have:
      | field                            | value            |
      | status.conditions[Failed].status | True             |
      | status.conditions[Failed].reason | DeadlineExceeded |
      | status.active                    | none             |

  @requires-kubernetes>=1.21
  Scenario: A Job that has ended is cleared away after its time to live
    Reference: https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished/

    When this manifest is applied:
      """yaml
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: short-lived
      spec:
        ttlSecondsAfterFinished: 1
        template:
          spec:
            restartPolicy: Never
            containers:
              - name: short-lived
                image: toolbox
                command: ["true"]
      """
    Then the Job "short-lived" disappears
    And the namespace comes to hold:
      | kind | objects |
      | Job  | 0       |
      | Pod  | 0       |
