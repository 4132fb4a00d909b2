@kubelet @slide-kubelet
Feature: Sidecar containers
  Can a container help the others without outliving them?

  A helper (a proxy, a log shipper) used to be an ordinary container: it might start after the container that needs it, and a pod with work to
  end never ended. A sidecar is an init container that stays: it starts first and stops last, and nobody waits for its end.
  Reference: https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/

  Background:
    Given a cluster

  Scenario: A helper of the old kind keeps a pod from ending
    Compare the next scenario.

    When the pod "office" is created:
      """yaml
      restartPolicy: Never
      containers:
        - name: worker
          command: ["true"]
        - name: helper
      """
    Then the Pod "office" comes to have:
      | field                                                     | value     |
      | status.containerStatuses[worker].state.terminated.reason  | Completed |
      | status.containerStatuses[helper].ready                    | true      |
      | status.phase                                              | Running   |

  @requires-kubernetes>=1.33
  Scenario: A Job whose pod has a sidecar ends with its work
    When this manifest is applied:
      """yaml
      apiVersion: batch/v1
      kind: Job
      metadata:
        name: office
      spec:
        template:
          spec:
            restartPolicy: Never
            initContainers:
              - name: helper
                image: toolbox
                command: [sleep, infinity]
                restartPolicy: Always
            containers:
              - name: worker
                image: toolbox
                command: ["true"]
      """
    Then the Job "office" comes to have:
      | field                              | value |
      | status.conditions[Complete].status | True  |
      | status.succeeded                   | 1     |

  @requires-kubernetes>=1.33
  Scenario: A sidecar has started before the containers that need it
    The startup probe says when it has. The worker's command fails where the helper has not prepared its file.

    When the pod "office" is created:
      """yaml
      restartPolicy: Never
      initContainers:
        - name: helper
          image: toolbox
          command: [sh, -c, "sleep 2; echo coffee > /desk/cup; sleep infinity"]
          restartPolicy: Always
          startupProbe:
            exec: { command: [test, -e, /desk/cup] }
            periodSeconds: 1
          volumeMounts: [{ name: desk, mountPath: /desk }]
      containers:
        - name: worker
          command: [cat, /desk/cup]
          volumeMounts: [{ name: desk, mountPath: /desk }]
      volumes:
        - name: desk
          emptyDir: {}
      """
    Then the log of the container "worker" in the pod "office" comes to say:
      """
      coffee
      """
    And the Pod "office" comes to have:
      | field        | value     |
      | status.phase | Succeeded |

  @requires-kubernetes>=1.33
  Scenario: A sidecar is asked to stop only when the others have ended
    When the pod "office" is created:
      """yaml
      terminationGracePeriodSeconds: 60
      initContainers:
        - name: helper
          image: toolbox
          command: [sh, -c, "trap 'cat /desk/diary; echo the helper locks up; sleep 1; exit 0' TERM; echo the helper is there; while :; do sleep 0.2; done"]
          restartPolicy: Always
          volumeMounts: [{ name: desk, mountPath: /desk }]
      containers:
        - name: worker
          command: [sh, -c, "trap 'sleep 2; echo the worker goes home > /desk/diary; exit 0' TERM; while :; do sleep 0.2; done"]
          volumeMounts: [{ name: desk, mountPath: /desk }]
      volumes:
        - name: desk
          emptyDir: {}
      """
    And the pod "office" becomes Ready
    And somebody follows the log of the container "helper" in the pod "office"
    And the Pod "office" is deleted
    Then the log that is followed comes to say:
      """
      the helper is there
      the worker goes home
      the helper locks up
      """
    And the Pod "office" disappears
