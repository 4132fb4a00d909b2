@kubelet @slide-kubelet
Feature: Kubelet: probes
  How does the kubelet know that a container works, and not just runs?

  It probes it: with a command inside the container or a request to it. Three probes have three consequences. If liveness fails, the
  container is restarted. If readiness fails, it gets no requests. Until startup succeeds, the other two don't run. Reference:
  https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/ and upstream's "[sig-node] Probing container …
  [NodeConformance] [Conformance]".

  Background:
    Given a cluster

  # upstream: [sig-node] Probing container should be restarted with a exec "cat /tmp/health" liveness probe [Conformance] [NodeConformance]
  # upstream: [sig-node] Probing container should be restarted with a /healthz http liveness probe [Conformance] [NodeConformance]
  Scenario: A container whose liveness probe fails is restarted, and only that one
    One container is probed with a command, the other with a request.

    When the pod "patients" is created:
      """yaml
      containers:
        - name: commanded
          command: [sh, -c, "touch /pulse; sleep infinity"]
          livenessProbe:
            exec: { command: [cat, /pulse] }
            periodSeconds: 1
        - name: requested
          command: [sh, -c, "mkdir /www; touch /www/pulse; httpd -f -p 8080 -h /www"]
          livenessProbe:
            httpGet: { port: 8080, path: /pulse }
            periodSeconds: 1
      """
    Then the pod "patients" becomes Ready
    When these commands run in the pod "patients":
      | container | command   |
      | commanded | rm /pulse |
    Then the Pod "patients" comes to have:
      | field                                            | value |
      | status.containerStatuses[commanded].restartCount | 1     |
      | status.containerStatuses[requested].restartCount | 0     |
      | status.conditions[Ready].status                  | True  |
    When these commands run in the pod "patients":
      | container | command       |
      | requested | rm /www/pulse |
    Then the Pod "patients" comes to have:
      | field                                            | value |
      | status.containerStatuses[commanded].restartCount | 1     |
      | status.containerStatuses[requested].restartCount | 1     |
      | status.conditions[Ready].status                  | True  |
    And these commands run in the pod "patients":
      | container | command       | prints     |
      | commanded | ls /pulse     | /pulse     |
      | requested | ls /www/pulse | /www/pulse |

  Scenario: A container whose readiness probe fails is left alone, and its pod is not Ready
    When the pod "shop" is created:
      """yaml
      containers:
        - command: [sh, -c, "mkdir /www; httpd -f -p 8080 -h /www"]
          readinessProbe:
            httpGet: { port: 8080, path: /open }
            periodSeconds: 1
      """
    Then the Pod "shop" comes to have:
      | field                                  | value              |
      | status.phase                           | Running            |
      | status.conditions[Ready].status        | False              |
      | status.conditions[Ready].reason        | ContainersNotReady |
      | status.containerStatuses[shop].started | true               |
    When these commands run in the pod "shop":
      | command         |
      | touch /www/open |
    Then the Pod "shop" comes to have:
      | field                           | value |
      | status.conditions[Ready].status | True  |
    When these commands run in the pod "shop":
      | command      |
      | rm /www/open |
    Then the Pod "shop" comes to have:
      | field                                       | value |
      | status.conditions[Ready].status             | False |
      | status.containerStatuses[shop].restartCount | 0     |

  Scenario: Until its startup probe succeeds a container is not asked whether it is alive
    Every probe leaves a mark in the container.

    When the pod "sleeper" is created:
      """yaml
      containers:
        - startupProbe:
            exec: { command: [sh, -c, "echo >> /tmp/startup; test -e /tmp/awake"] }
            periodSeconds: 1
            failureThreshold: 300
          livenessProbe:
            exec: { command: [sh, -c, "echo >> /tmp/liveness"] }
            periodSeconds: 1
      """
    Then the Pod "sleeper" comes to have:
      | field                                     | value   |
      | status.phase                              | Running |
      | status.containerStatuses[sleeper].started | false   |
    And these commands run in the pod "sleeper":
      | command                                                          | prints  |
      | until [ "$(grep -c '' /tmp/startup)" -ge 3 ]; do sleep 0.2; done |         |
      | ls /tmp                                                          | startup |
      | touch /tmp/awake                                                 |         |
      | until [ -e /tmp/liveness ]; do sleep 0.2; done; echo asked       | asked   |
    And the Pod "sleeper" comes to have:
      | field                                          | value |
      | status.containerStatuses[sleeper].started      | true  |
      | status.containerStatuses[sleeper].restartCount | 0     |

  Scenario: A container that does not start in time is restarted
    When the pod "dormant" is created:
      """yaml
      containers:
        - startupProbe:
            exec: { command: ["false"] }
            periodSeconds: 1
            failureThreshold: 2
      """
    Then the Pod "dormant" comes to have:
      | field                                          | value |
      | status.containerStatuses[dormant].restartCount | 1     |
      | status.conditions[Ready].status                | False |
