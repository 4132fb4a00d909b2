@kubelet @slide-kubelet
Feature: Kubelet: logs and commands
  How do kubectl logs, exec and port-forward get into a container on another machine?

  kubectl asks the API server, the API server asks the kubelet of the pod's node, and the kubelet has the container runtime do it. Reference:
  https://kubernetes.io/docs/tasks/debug/debug-application/debug-running-pod/ and upstream's
  "[sig-node] Pods should support remote command execution over websockets [NodeConformance] [Conformance]".

  Background:
    Given a cluster

  # upstream: [sig-node] Kubelet when scheduling a busybox command in a pod should print the output to logs [Conformance] [NodeConformance]
  Scenario: What a container prints is its log, each container's its own
    On stdout or stderr. The order of lines from both is not guaranteed.

    When the pod "parrot" is created:
      """yaml
      containers:
        - name: loud
          command: [sh, -c, "echo good morning; echo and good night; sleep infinity"]
        - name: quiet
          command: [sh, -c, "echo hush >&2; sleep infinity"]
      """
    Then the log of the container "loud" in the pod "parrot" comes to say:
      """
      good morning
      and good night
      """
    And the log of the container "quiet" in the pod "parrot" comes to say:
      """
      hush
      """

  Scenario: After a restart the log from before is still there
    When the pod "parrot" is created:
      """yaml
      containers:
        - command: [sh, -c, "cat /cage/diary 2>&1 && sleep infinity; echo here before > /cage/diary; exit 1"]
          volumeMounts: [{ name: cage, mountPath: /cage }]
      volumes:
        - name: cage
          emptyDir: {}
      """
    Then the Pod "parrot" comes to have:
      | field                                         | value |
      | status.containerStatuses[parrot].restartCount | 1     |
      | status.containerStatuses[parrot].ready        | true  |
    And the log of the pod "parrot" comes to say:
      """
      here before
      """
    And the log of the pod "parrot" from before its restart says:
      """
      cat: can't open '/cage/diary': No such file or directory
      """

  # upstream: [sig-node] Pods should support remote command execution over websockets [Conformance] [NodeConformance]
  Scenario: A command that runs in a container answers with what it prints and its exit code
    When the pod "clerk" is created
    Then the pod "clerk" becomes Ready
    And these commands run in the pod "clerk":
      | command                 | prints    | exit code |
      | echo stamped            | stamped   | 0         |
      | echo not today; exit 42 | not today | 42        |
      | no-such-command         |           | 127       |
      | cat /proc/1/comm        | sleep     | 0         |

  Scenario: A port-forward reaches what listens on a pod's localhost only
    When the pod "shop" is created:
      """yaml
      containers:
        - command: [sh, -c, "mkdir /www; echo open all night > /www/hours; httpd -f -p 127.0.0.1:8080 -h /www"]
          readinessProbe:
            exec: { command: [wget, -q, -O, "-", "http://127.0.0.1:8080/hours"] }
            periodSeconds: 1
      """
    Then the pod "shop" becomes Ready
    And who forwards a port to port 8080 of the pod "shop" reads at "/hours":
      """
      open all night
      """
