@controllers @slide-controllers @slow
Feature: CronJobs by the clock
  Does it really start every minute?

  The other CronJob scenarios move the clock forward. This one waits.
  Reference: https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax and upstream's
  "[sig-apps] CronJob should schedule multiple jobs concurrently [Conformance]"

  Scenario: A CronJob makes a Job each minute, and none in between
    Given a cluster
    When this manifest is applied:
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
                    command: ["true"]
      """
    Then the CronJob "backup" makes one Job in each of the next 2 minutes
