@kubelet @slide-kubelet
Feature: Kubelet: resize
  Can a pod get more memory without being made anew?

  It had to be deleted and created with other limits. Now its resources can change while it runs: the kubelet rewrites the cgroups, and
  restarts a container only if that says so.
  Reference: https://kubernetes.io/docs/tasks/configure-pod-container/resize-container-resources/ and upstream's
  "[sig-node] Pod InPlace Resize Container … [Conformance]"

  Background:
    Given a cluster

  @requires-kubernetes>=1.35
  Scenario: The cgroup changes, and the container runs on
    The pod's spec itself is still as immutable as ever: resizing is a subresource, which takes a permission of its own.

    Given the pod "modest" is created:
      """yaml
      containers:
        - resources:
            requests: { cpu: 10m, memory: 16Mi }
            limits: { cpu: 200m, memory: 64Mi }
      """
    And the pod "modest" becomes Ready
    When the API server answers these requests, one after the other:
      | request                                                | format                | body                                                                                                                | answer                   |
      | PATCH /api/v1/namespaces/{namespace}/pods/modest        | strategic merge patch | {"spec":{"containers":[{"name":"modest","resources":{"limits":{"cpu":"300m","memory":"128Mi"}}}]}}                  | 422 Unprocessable Entity |
      | PATCH /api/v1/namespaces/{namespace}/pods/modest/resize | strategic merge patch | {"spec":{"containers":[{"name":"modest","resources":{"limits":{"cpu":"300m","memory":"128Mi"}}}]}}                  | 200 OK                   |
    Then the Pod "modest" comes to have:
      | field                                                     | value |
      | status.containerStatuses[modest].resources.limits.cpu     | 300m  |
      | status.containerStatuses[modest].resources.limits.memory  | 128Mi |
      | status.containerStatuses[modest].restartCount             | 0     |
    And the cgroups of the containers in the pod "modest" say:
      | container | memory in bytes | cpu in microseconds |
      | modest    | 134217728       | 30000 of 100000     |

  @requires-kubernetes>=1.35
  Scenario: A container that cannot change its memory while it runs is restarted for it
    A Java program, say, that has read its limit when it started. The CPU it can change.

    Given the pod "modest" is created:
      """yaml
      containers:
        - resizePolicy:
            - resourceName: memory
              restartPolicy: RestartContainer
          resources:
            requests: { cpu: 10m, memory: 16Mi }
            limits: { cpu: 200m, memory: 64Mi }
      """
    And the pod "modest" becomes Ready
    When the API server answers these requests, one after the other:
      | request                                                | format                | body                                                                                      | answer |
      | PATCH /api/v1/namespaces/{namespace}/pods/modest/resize | strategic merge patch | {"spec":{"containers":[{"name":"modest","resources":{"limits":{"memory":"128Mi"}}}]}}     | 200 OK |
    Then the Pod "modest" comes to have:
      | field                                                     | value |
      | status.containerStatuses[modest].resources.limits.memory  | 128Mi |
      | status.containerStatuses[modest].restartCount             | 1     |
      | status.containerStatuses[modest].ready                    | true  |

  @requires-kubernetes>=1.36
  Scenario: What its node could never give is refused, and the pod runs on as it is
    Until 1.35 the request was stored, and the kubelet called it infeasible in a condition.

    Given the pod "modest" is created:
      """yaml
      containers:
        - resources:
            requests: { cpu: 10m, memory: 16Mi }
      """
    And the pod "modest" becomes Ready
    When the API server answers these requests, one after the other:
      | request                                                | format                | body                                                                                      | answer |
      | PATCH /api/v1/namespaces/{namespace}/pods/modest/resize | strategic merge patch | {"spec":{"containers":[{"name":"modest","resources":{"requests":{"cpu":"1000"}}}]}}       | 403 Forbidden |
    Then the Pod "modest" comes to have:
      | field                                                   | value      |
      | spec.containers[modest].resources.requests.cpu          | 10m        |
      | status.containerStatuses[modest].resources.requests.cpu | 10m        |
      | status.containerStatuses[modest].ready                  | true       |

  @requires-node-access
  Scenario: A pod may use what its containers may use together
    As ever: the sum of the containers' limits. Compare the next scenario.

    When the pod "family" is created:
      """yaml
      containers:
        - name: one
          resources:
            limits: { cpu: 100m, memory: 32Mi }
        - name: two
          resources:
            limits: { cpu: 200m, memory: 64Mi }
      """
    Then the pod "family" becomes Ready
    And on its node the cgroup of the pod "family" says:
      | memory in bytes | cpu in microseconds |
      | 100663296       | 30000 of 100000     |

  @requires-node-access @requires-kubernetes>=1.34
  Scenario: A pod has limits of its own, and its containers share them as they like
    https://kubernetes.io/docs/tasks/configure-pod-container/assign-pod-level-resources/

    When the pod "family" is created:
      """yaml
      resources:
        limits: { cpu: 300m, memory: 96Mi }
      containers:
        - name: one
        - name: two
      """
    Then the pod "family" becomes Ready
    And on its node the cgroup of the pod "family" says:
      | memory in bytes | cpu in microseconds |
      | 100663296       | 30000 of 100000     |
    And "status.qosClass" of the Pod "family" is "Guaranteed"
