@kubelet @slide-kubelet
Feature: Kubelet: termination
  How does a pod end, and how much time does it have?

  First its preStop hook runs. Then its processes get SIGTERM, and those still running after the grace period get SIGKILL. Reference:
  https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination and
  https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/

  Background:
    Given a cluster

  # upstream: [sig-node] Container Lifecycle Hook when create a pod with lifecycle hook should execute prestop exec hook properly [Conformance] [NodeConformance]
  # upstream: [sig-node] PreStop should call prestop when killing a pod [Conformance]
  Scenario: A pod that is deleted says goodbye in order
    Process 1 of a container receives only signals that it handles, so the shell traps SIGTERM.

    When the pod "waiter" is created:
      """yaml
      terminationGracePeriodSeconds: 120
      containers:
        - command: [sh, -c, "trap 'echo SIGTERM: takes the last plates; sleep 4; echo goes home; sleep 1; exit 0' TERM; echo opens; while :; do sleep 0.2; done"]
          lifecycle:
            preStop:
              exec: { command: [sh, -c, "echo preStop: locks the door > /proc/1/fd/1; sleep 1"] }
      """
    And the log of the pod "waiter" comes to say:
      """
      opens
      """
    And somebody follows the log of the pod "waiter"
    And the Pod "waiter" is deleted
    Then the log that is followed comes to say:
      """
      opens
      preStop: locks the door
      SIGTERM: takes the last plates
      goes home
      """
    And the Pod "waiter" disappears

  Scenario Outline: Who does not go when asked is killed
    The kubelet stops the container because its liveness probe fails. The container isn't started again, so the status shows how it ended.

    When the pod "waiter" is created:
      """yaml
      restartPolicy: Never
      terminationGracePeriodSeconds: 2
      containers:
        - command: [sh, -c, "trap '<when asked>' TERM; touch /tmp/ready; while :; do sleep 0.2; done"]
          readinessProbe:
            exec: { command: [test, -e, /tmp/ready] }
            periodSeconds: 1
          livenessProbe:
            exec: { command: ["test", "!", "-e", /tmp/fire] }
            periodSeconds: 1
            failureThreshold: 1
      """
    Then the pod "waiter" becomes Ready
    When these commands run in the pod "waiter":
      | command         |
      | touch /tmp/fire |
    Then the Pod "waiter" comes to have:
      | field                                                      | value       |
      | status.phase                                               | Failed      |
      | status.containerStatuses[waiter].state.terminated.exitCode | <exit code> |

    Examples:
      | when asked   | exit code |
      | exit 3       | 3         |
      | echo not now | 137       |

  # upstream: [sig-node] Container Lifecycle Hook when create a pod with lifecycle hook should execute poststart exec hook properly [Conformance] [NodeConformance]
  Scenario: What runs right after the start has run before the container counts as running
    postStart, the other hook: https://kubernetes.io/docs/tasks/configure-pod-container/attach-handler-lifecycle-event/

    When the pod "waiter" is created:
      """yaml
      containers:
        - lifecycle:
            postStart:
              exec: { command: [sh, -c, "echo apron > /tmp/dressed"] }
      """
    Then the pod "waiter" becomes Ready
    And these commands run in the pod "waiter":
      | command          | prints |
      | cat /tmp/dressed | apron  |
