@kubelet @slide-kubelet
Feature: Restart rules
  Must all containers of a pod be started again for the same reasons?

  The pod's restartPolicy held for all of its containers and knew only failure and success. A container can have rules of its own, which look
  at the exit code. Compare "Whether a container that ends is started again is its pod's restartPolicy to say".
  Reference: https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-restart-rules

  Background:
    Given a cluster

  @requires-kubernetes>=1.35
  Scenario: An exit code that asks for another try gets one, in a pod that is never restarted otherwise
    When the pod "crossing" is created:
      """yaml
      restartPolicy: Never
      containers:
        - command: [sh, -c, "[ -e /state/tried ] && exit 0; touch /state/tried; exit 42"]
          restartPolicy: Never
          restartPolicyRules:
            - action: Restart
              exitCodes:
                operator: In
                values: [42]
          volumeMounts: [{ name: state, mountPath: /state }]
      volumes:
        - name: state
          emptyDir: {}
      """
    Then the Pod "crossing" comes to have:
      | field                                                            | value     |
      | status.phase                                                     | Succeeded |
      | status.containerStatuses[crossing].restartCount                  | 1         |
      | status.containerStatuses[crossing].lastState.terminated.exitCode | 42        |

  @requires-kubernetes>=1.35
  Scenario: Any other exit code is the end
    When the pod "crossing" is created:
      """yaml
      restartPolicy: Never
      containers:
        - command: [sh, -c, "[ -e /state/tried ] && exit 0; touch /state/tried; exit 41"]
          restartPolicy: Never
          restartPolicyRules:
            - action: Restart
              exitCodes:
                operator: In
                values: [42]
          volumeMounts: [{ name: state, mountPath: /state }]
      volumes:
        - name: state
          emptyDir: {}
      """
    Then the Pod "crossing" comes to have:
      | field                                           | value  |
      | status.phase                                    | Failed |
      | status.containerStatuses[crossing].restartCount | 0      |

  @requires-kubernetes>=1.36
  Scenario: One container's exit code can have the whole pod start again
    The init container runs once more, too: the place is in order again. The pod stays on its node and keeps its address.

    When the pod "crossing" is created:
      """yaml
      restartPolicy: Never
      initContainers:
        - name: setting-up
          image: toolbox
          command: [sh, -c, "echo set up >> /state/diary"]
          volumeMounts: [{ name: state, mountPath: /state }]
      containers:
        - name: lookout
          command: [sh, -c, "[ $(wc -l < /state/diary) -ge 2 ] && sleep infinity; exit 42"]
          restartPolicy: Never
          restartPolicyRules:
            - action: RestartAllContainers
              exitCodes:
                operator: In
                values: [42]
          volumeMounts: [{ name: state, mountPath: /state }]
        - name: sailor
          volumeMounts: [{ name: state, mountPath: /state }]
      volumes:
        - name: state
          emptyDir: {}
      """
    Then the Pod "crossing" comes to have:
      | field                                          | value |
      | status.containerStatuses[lookout].restartCount | 1     |
      | status.containerStatuses[lookout].ready        | true  |
      | status.containerStatuses[sailor].restartCount  | 1     |
    And these commands run in the pod "crossing":
      | container | command           | prints |
      | sailor    | wc -l < /state/diary | 2   |
