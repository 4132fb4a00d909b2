@kubelet @slide-kubelet
Feature: Kubelet: pod lifecycle
  "Is there a workload for me to run?", asks the kubelet on the slide. So who turns a pod from an entry in the store into processes?

  Every node has a kubelet. It watches the API server for pods that name its node, starts their containers, and reports their status.
  Reference: https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/

  Background:
    Given a cluster

  # Watch for: the second pod stays Pending until a Binding is posted, here by hand.
  @quick
  Scenario: A pod that names its node needs no scheduler
    No scheduler handles these two pods. One names its node, and runs. The other waits until someone binds it.

    When the pod "decided" is created:
      """yaml
      schedulerName: nobody
      nodeName: node1
      """
    And the pod "undecided" is created:
      """yaml
      schedulerName: nobody
      """
    Then the pod "decided" becomes Ready on "node1"
    And the Pod "undecided" comes to have:
      | field         | value   |
      | spec.nodeName | none    |
      | status.phase  | Pending |
    When the API server answers these requests, one after the other:
      | request                                                    | body                                                                                                                            | answer      |
      | POST /api/v1/namespaces/{namespace}/pods/undecided/binding | {"apiVersion":"v1","kind":"Binding","metadata":{"name":"undecided"},"target":{"apiVersion":"v1","kind":"Node","name":"node1"}} | 201 Created |
    Then the pod "undecided" becomes Ready on "node1"

  Scenario: A kubelet refuses a pod that its node is not fit for
    A pod that bypasses the scheduler gets the same checks from the kubelet. Upstream's "[sig-scheduling] SchedulerPredicates [Serial]
    validates that NodeSelector is respected if not matching [Conformance]" covers the scheduler's side.

    When the pod "misled" is created:
      """yaml
      nodeName: node1
      nodeSelector: { disk: tape }
      """
    And the pod "giant" is created:
      """yaml
      nodeName: node1
      containers:
        - resources:
            requests: { cpu: "10000" }
      """
    Then the Pod "misled" comes to have:
      | field         | value        |
      | status.phase  | Failed       |
      | status.reason | NodeAffinity |
    And the Pod "giant" comes to have:
      | field         | value    |
      | status.phase  | Failed   |
      | status.reason | OutOfcpu |

  Scenario: A pod's phase and conditions tell how far it has come
    https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-phase and #pod-conditions

    Given somebody watches the Pods
    When the pod "baker" is created:
      """yaml
      restartPolicy: Never
      containers:
        - command: [sh, -c, "until [ -e /tmp/enough ]; do sleep 0.2; done"]
      """
    Then the Pod "baker" comes to have:
      | field                                     | value   |
      | status.phase                              | Running |
      | status.conditions[PodScheduled].status    | True    |
      | status.conditions[Initialized].status     | True    |
      | status.conditions[ContainersReady].status | True    |
      | status.conditions[Ready].status           | True    |
    When these commands run in the pod "baker":
      | command           |
      | touch /tmp/enough |
    Then the Pod "baker" comes to have:
      | field                                                     | value        |
      | status.phase                                              | Succeeded    |
      | status.conditions[Ready].status                           | False        |
      | status.conditions[Ready].reason                           | PodCompleted |
      | status.containerStatuses[baker].state.terminated.exitCode | 0            |
    When the Pod "baker" is deleted
    Then until "baker" was deleted the watcher saw these changes of it:
      | status.phase |
      | Pending      |
      | Running      |
      | Succeeded    |

  # upstream: [sig-node] Container Runtime blackbox test when starting a container that exits should run with the expected status [Conformance] [NodeConformance]
  Scenario Outline: Whether a container that ends is started again is its pod's restartPolicy to say
    Upstream's "[sig-node] Container Runtime blackbox test when starting a container that exits should run with the expected status [NodeConformance] [Conformance]".

    When the pod "worker" is created:
      """yaml
      restartPolicy: <restartPolicy>
      containers:
        - command: [sh, -c, "sleep 1; exit <exit code>"]
      """
    Then the Pod "worker" comes to have:
      | field                                         | value      |
      | status.phase                                  | <phase>    |
      | status.containerStatuses[worker].restartCount | <restarts> |

    Examples:
      | restartPolicy | exit code | phase     | restarts |
      | Always        | 0         | Running   | 1        |
      | Always        | 1         | Running   | 1        |
      | OnFailure     | 0         | Succeeded | 0        |
      | OnFailure     | 1         | Running   | 1        |
      | Never         | 0         | Succeeded | 0        |
      | Never         | 1         | Failed    | 0        |

  Scenario: A container that fails again and again is made to wait, and its last words are kept
    The wait doubles each time, up to five minutes: https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy
    The pod's status then shows what the container wrote to its termination log.

    When the pod "stubborn" is created:
      """yaml
      containers:
        - command: [sh, -c, "echo -n 'no flour' > /dev/termination-log; exit 7"]
      """
    Then the Pod "stubborn" comes to have:
      | field                                                            | value            |
      | status.phase                                                     | Running          |
      | status.containerStatuses[stubborn].state.waiting.reason          | CrashLoopBackOff |
      | status.containerStatuses[stubborn].lastState.terminated.exitCode | 7                |
      | status.containerStatuses[stubborn].lastState.terminated.message  | no flour         |
