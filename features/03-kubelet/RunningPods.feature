@kubelet @slide-kubelet
Feature: Running pods
  What can still be changed about a pod that runs?

  Little, and that is the point: a pod is replaced, not repaired. But one may look into it with tools that its image doesn't have, and the
  kubelet says which version of the pod it has come to.
  Reference: https://kubernetes.io/docs/concepts/workloads/pods/#pod-update-and-replacement

  Background:
    Given a cluster

  # upstream: [sig-node] Ephemeral Containers will start an ephemeral container in an existing pod [Conformance] [NodeConformance]
  @requires-kubernetes>=1.25
  Scenario: Who debugs a pod joins it with a container of their own
    The pod's own container is not restarted. https://kubernetes.io/docs/concepts/workloads/pods/ephemeral-containers/

    Given the pod "patient" is created:
      """yaml
      containers:
        - command: [tail, -f, /dev/null]
      """
    And the pod "patient" becomes Ready
    When somebody debugs the container "patient" of the pod "patient" with a toolbox "doctor"
    Then the Pod "patient" comes to have:
      | field                                                     | value    |
      | status.ephemeralContainerStatuses[doctor].state.running   | anything |
      | status.containerStatuses[patient].restartCount            | 0        |
    And these commands run in the pod "patient":
      | container | command                             | prints |
      | doctor    | pidof tail > /dev/null && echo seen | seen   |
      | doctor    | hostname                            | patient |

  # upstream: [sig-node] Pods Extended (pod generation) Pod Generation pod generation should start at 1 and increment per update [MinimumKubeletVersion:1.34] [Conformance]
  @requires-kubernetes>=1.35
  Scenario: The kubelet says which version of a pod its status is about
    Every controller of Deployments or Jobs did so; a pod's status left it open.

    Given the pod "patient" is created
    And the Pod "patient" comes to have:
      | field                                 | value |
      | status.phase                          | Running |
      | metadata.generation                   | 1     |
      | status.observedGeneration             | 1     |
    When the Pod "patient" is changed:
      """yaml
      spec:
        activeDeadlineSeconds: 3600
      """
    Then the Pod "patient" comes to have:
      | field                                 | value |
      | metadata.generation                   | 2     |
      | status.observedGeneration             | 2     |

  @requires-kubernetes>=1.34
  Scenario: A pause before the end needs no program in the image
    The other hook, exec, takes a sleep command from the image (see "Kubelet: termination"); an image may have none. The container tells
    whether SIGTERM came later than the pause is long.
    https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/#hook-handler-implementations

    Given the pod "waiter" is created:
      """yaml
      terminationGracePeriodSeconds: 60
      containers:
        - command: [sh, -c, "trap 'test $(($(date +%s) - $(cat /tmp/asked))) -ge 4 && echo asked to go after the pause; sleep 1; exit 0' TERM; echo opens; while :; do sleep 0.2; done"]
          lifecycle:
            preStop:
              sleep: { seconds: 5 }
      """
    And the log of the pod "waiter" comes to say:
      """
      opens
      """
    And somebody follows the log of the pod "waiter"
    When these commands run in the pod "waiter":
      | command                  |
      | date +%s > /tmp/asked    |
    And the Pod "waiter" is deleted
    Then the log that is followed comes to say:
      """
      opens
      asked to go after the pause
      """
    And the Pod "waiter" disappears

  @requires-kubernetes>=1.35
  Scenario: An init container hands variables to the others in a file
    Other variables come from objects that exist before the pod (see "Variables come from a ConfigMap, a Secret and the pod itself").
    https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-via-file/

    When the pod "singer" is created:
      """yaml
      initContainers:
        - name: composer
          image: toolbox
          command: [sh, -c, "echo \"TUNE='da da dum'\" > /scores/today.env"]
          volumeMounts: [{ name: scores, mountPath: /scores }]
      containers:
        - env:
            - name: TUNE
              valueFrom:
                fileKeyRef:
                  volumeName: scores
                  path: today.env
                  key: TUNE
      volumes:
        - name: scores
          emptyDir: {}
      """
    Then the pod "singer" becomes Ready
    And these commands run in the pod "singer":
      | command    | prints    |
      | echo $TUNE | da da dum |

  @requires-kubernetes>=1.34
  Scenario: A variable may have any name that a program can read
    Names had to be what a shell accepts. Some programs want others.

    When the pod "singer" is created:
      """yaml
      containers:
        - env:
            - name: 1st.tune/of the evening
              value: da da dum
      """
    Then the pod "singer" becomes Ready
    And these commands run in the pod "singer":
      | command                                                                         | prints                              |
      | tr '\\0' '\\n' < /proc/1/environ \| grep tune/of                            | 1st.tune/of the evening=da da dum   |
