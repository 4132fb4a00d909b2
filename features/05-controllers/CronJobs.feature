@controllers @slide-controllers
Feature: CronJobs
  Who creates a Job when it is due?

  A CronJob creates a Job for each time on its schedule. Its concurrencyPolicy decides what happens if the last one is still running.
  Reference: https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/ and upstream's
  "[sig-apps] CronJob should schedule multiple jobs concurrently [Conformance]", "… should not schedule jobs when suspended [Slow] [Conformance]",
  "… should not schedule new jobs when ForbidConcurrent [Slow] [Conformance]" and "… should replace jobs when ReplaceConcurrent [Conformance]"

  Background:
    Given a cluster

  Scenario: When its time has come, a CronJob makes a Job, and the Job makes a pod
    Given this manifest is applied:
      """yaml
      apiVersion: batch/v1
      kind: CronJob
      metadata:
        name: backup
      spec:
        schedule: "* * * * *"
        jobTemplate:
          spec:
            template:
              spec:
                restartPolicy: Never
                containers:
                  - name: backup
                    image: toolbox
                    command: [sleep, infinity]
      """
    When the CronJob "backup" is due
    Then the namespace comes to hold:
      | kind | objects |
      | Job  | 1       |
      | Pod  | 1       |
    And the CronJob "backup" owns:
      """
      CronJob backup
      └─ Job backup-1
         └─ Pod backup-1-1
      """

  # upstream: [sig-apps] CronJob should schedule multiple jobs concurrently [Conformance]
  # upstream: [sig-apps] CronJob should not schedule new jobs when ForbidConcurrent [Conformance] [Slow]
  # upstream: [sig-apps] CronJob should replace jobs when ReplaceConcurrent [Conformance]
  Scenario Outline: While the last Job still runs, concurrencyPolicy says whether the next one starts
    The Jobs' pods ask for a node that does not exist, so they never end. The CronJob "clock" shows when a run was due.

    Given this manifest is applied:
      """yaml
      apiVersion: batch/v1
      kind: CronJob
      metadata:
        name: backup
      spec:
        schedule: "* * * * *"
        concurrencyPolicy: <policy>
        jobTemplate:
          spec:
            template:
              spec:
                restartPolicy: Never
                nodeSelector:
                  moon: base
                containers:
                  - name: backup
                    image: toolbox
      ---
      apiVersion: batch/v1
      kind: CronJob
      metadata:
        name: clock
      spec:
        schedule: "* * * * *"
        jobTemplate:
          spec:
            template:
              spec:
                restartPolicy: Never
                nodeSelector:
                  moon: base
                containers:
                  - name: clock
                    image: toolbox
      """
    And the last Job of the CronJob "backup" still runs
    And the last Job of the CronJob "clock" still runs
    When the CronJob "backup" is due
    And the CronJob "clock" is due
    Then the CronJobs come to have these Jobs:
      | CronJob | last Job | new Jobs |
      | backup  | <last>   | <new>    |
      | clock   | runs on  | 1        |

    Examples:
      | policy  | last    | new |
      | Allow   | runs on | 1   |
      | Forbid  | runs on | 0   |
      | Replace | is gone | 1   |

  # upstream: [sig-apps] CronJob should not schedule jobs when suspended [Conformance] [Slow]
  Scenario: A suspended CronJob makes no Job, until it goes on
    The CronJob "clock" shows when a run was due.

    Given this manifest is applied:
      """yaml
      apiVersion: batch/v1
      kind: CronJob
      metadata:
        name: backup
      spec:
        schedule: "* * * * *"
        suspend: true
        jobTemplate:
          spec:
            template:
              spec:
                restartPolicy: Never
                nodeSelector:
                  moon: base
                containers:
                  - name: backup
                    image: toolbox
      ---
      apiVersion: batch/v1
      kind: CronJob
      metadata:
        name: clock
      spec:
        schedule: "* * * * *"
        jobTemplate:
          spec:
            template:
              spec:
                restartPolicy: Never
                nodeSelector:
                  moon: base
                containers:
                  - name: clock
                    image: toolbox
      """
    When the CronJob "backup" is due
    And the CronJob "clock" is due
    Then the CronJobs come to have these Jobs:
      | CronJob | new Jobs |
      | backup  | 0        |
      | clock   | 1        |
    When the CronJob "backup" is changed:
      """yaml
      spec:
        suspend: false
      """
    Then the CronJobs come to have these Jobs:
      | CronJob | new Jobs |
      | backup  | 1        |

  @requires-kubernetes>=1.27
  Scenario: A schedule is read in the time zone that the CronJob names
    Both are due within one hour of the day: the one that it is now on Kiritimati, 14 hours ahead of UTC. Without a time zone, the
    controller's own counts, and a schedule that sets one itself is refused.
    https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#time-zones

    Given this manifest is applied:
      """yaml
      apiVersion: batch/v1
      kind: CronJob
      metadata:
        name: here
      spec:
        schedule: "* {the hour at UTC+14} * * *"
        jobTemplate:
          spec:
            template:
              spec:
                restartPolicy: Never
                nodeSelector:
                  moon: base
                containers:
                  - name: here
                    image: toolbox
      ---
      apiVersion: batch/v1
      kind: CronJob
      metadata:
        name: kiritimati
      spec:
        schedule: "* {the hour at UTC+14} * * *"
        timeZone: Pacific/Kiritimati
        jobTemplate:
          spec:
            template:
              spec:
                restartPolicy: Never
                nodeSelector:
                  moon: base
                containers:
                  - name: kiritimati
                    image: toolbox
      """
    When the CronJob "here" is due
    And the CronJob "kiritimati" is due
    Then the CronJobs come to have these Jobs:
      | CronJob    | new Jobs |
      | here       | 0        |
      | kiritimati | 1        |
    When somebody tries to create:
      """yaml
      apiVersion: batch/v1
      kind: CronJob
      metadata:
        name: older-way
      spec:
        schedule: "TZ=Pacific/Kiritimati * * * * *"
        jobTemplate:
          spec:
            template:
              spec:
                restartPolicy: Never
                containers:
                  - name: older-way
                    image: toolbox
      """
    Then the API server answers 422 Unprocessable Entity
    And the answer names the field "spec.schedule"
