@scheduler @slide-scheduler @requires-own-cluster
Feature: Scheduler: gates
  Who says that a pod is not to be scheduled yet?

  Whoever made it: a quota that has to be granted first, a volume that is being copied. The scheduler passes over a pod as long as its spec
  names a gate, and costs nobody anything by trying.
  Reference: https://kubernetes.io/docs/concepts/scheduling-eviction/pod-scheduling-readiness/

  Background:
    Given a cluster
    And these hollow nodes:
      | node | labels    |
      | one  | disk=hdd  |
      | two  | disk=ssd  |

  @requires-kubernetes>=1.30
  Scenario: A pod waits until its last gate is removed
    Given the pod "gated" is created:
      """yaml
      schedulingGates:
        - name: estaleiro.io/paid
        - name: estaleiro.io/approved
      nodeSelector:
        disk: hdd
      """
    And the Pod "gated" comes to have:
      | field                                  | value           |
      | status.conditions[PodScheduled].reason | SchedulingGated |
    When the API server answers these requests, one after the other:
      | request                                         | body                                                          | answer |
      | PATCH /api/v1/namespaces/{namespace}/pods/gated | {"spec":{"schedulingGates":[{"name":"estaleiro.io/approved"}]}} | 200 OK |
    And the pod "web" is created:
      """yaml
      nodeSelector:
        disk: ssd
      """
    Then the scheduler binds these pods:
      | pod | node |
      | web | two  |
    And no scheduler has an event about the pod "gated", which is on none
    When the API server answers these requests, one after the other:
      | request                                         | body                                | answer |
      | PATCH /api/v1/namespaces/{namespace}/pods/gated | {"spec":{"schedulingGates":null}}   | 200 OK |
    Then the scheduler binds these pods:
      | pod   | node |
      | gated | one  |

  @requires-kubernetes>=1.30
  Scenario: While a pod is gated, its choice of nodes can be narrowed, and no new gate comes
    Whoever opens the gate may have found out where the pod belongs.

    Given the pod "gated" is created:
      """yaml
      schedulingGates:
        - name: estaleiro.io/approved
      """
    And the Pod "gated" comes to have:
      | field                                  | value           |
      | status.conditions[PodScheduled].reason | SchedulingGated |
    When the API server answers these requests, one after the other:
      | request                                         | body                                                                                          | answer                   |
      | PATCH /api/v1/namespaces/{namespace}/pods/gated | {"spec":{"schedulingGates":[{"name":"estaleiro.io/approved"},{"name":"estaleiro.io/paid"}]}}   | 422 Unprocessable Entity |
      | PATCH /api/v1/namespaces/{namespace}/pods/gated | {"spec":{"nodeSelector":{"disk":"ssd"}}}                                                      | 200 OK                   |
      | PATCH /api/v1/namespaces/{namespace}/pods/gated | {"spec":{"schedulingGates":null}}                                                             | 200 OK                   |
      | PATCH /api/v1/namespaces/{namespace}/pods/gated | {"spec":{"nodeSelector":{"disk":"hdd"}}}                                                      | 422 Unprocessable Entity |
    Then the scheduler binds these pods:
      | pod   | node |
      | gated | two  |
