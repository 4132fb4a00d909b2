@kubelet @slide-kubelet
Feature: Kubelet: limits
  What keeps a container from taking the whole node?

  The kubelet has the container runtime put each container into a cgroup with the limits in the pod's spec. The kernel enforces them.
  Reference:
  https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#how-pods-with-resource-limits-are-run

  Background:
    Given a cluster

  Scenario: A container's cgroup carries its limits
    One CPU is 100000 microseconds of every 100000. A container without limits gets those of the node.

    When the pod "modest" is created:
      """yaml
      containers:
        - name: small
          resources:
            limits: { cpu: 200m, memory: 64Mi }
        - name: large
          resources:
            limits: { cpu: "1.5", memory: 128Mi }
        - name: unlimited
      """
    Then the pod "modest" becomes Ready
    And the cgroups of the containers in the pod "modest" say:
      | container | memory in bytes | cpu in microseconds |
      | small     | 67108864        | 20000 of 100000     |
      | large     | 134217728       | 150000 of 100000    |
      | unlimited | no limit        | no limit            |

  Scenario: A container that takes more memory than its limit is killed
    tail buffers a whole line, and /dev/zero is a line that never ends.
    https://kubernetes.io/docs/tasks/configure-pod-container/assign-memory-resource/#exceed-a-container-s-memory-limit

    When the pod "hungry" is created:
      """yaml
      containers:
        - command: [tail, /dev/zero]
          resources:
            limits: { memory: 32Mi }
      """
    Then the Pod "hungry" comes to have:
      | field                                                          | value     |
      | status.containerStatuses[hungry].lastState.terminated.reason   | OOMKilled |
      | status.containerStatuses[hungry].lastState.terminated.exitCode | 137       |

  # upstream: [sig-node] Security Context When creating a container with runAsUser should run the container with uid 65534 [LinuxOnly] [Conformance] [NodeConformance]
  # upstream: [sig-node] Security Context should support pod.Spec.SecurityContext.RunAsUser And pod.Spec.SecurityContext.RunAsGroup [LinuxOnly] [Conformance]
  # upstream: [sig-node] Kubelet when scheduling a read only busybox container should not write to root filesystem [LinuxOnly] [Conformance] [NodeConformance]
  Scenario: A container runs as the user that its pod names, and cannot write where it may only read
    Upstream's "[sig-node] Security Context When creating a container with runAsUser should run the container with uid 65534 [LinuxOnly] [NodeConformance] [Conformance]" and
    "… When creating a pod with readOnlyRootFilesystem should run the container with writable rootfs when readOnlyRootFilesystem=false [NodeConformance] [Conformance]".

    When the pod "guest" is created:
      """yaml
      securityContext:
        runAsUser: 65534
        runAsGroup: 3000
        fsGroup: 2000
      containers:
        - securityContext:
            readOnlyRootFilesystem: true
          volumeMounts: [{ name: desk, mountPath: /desk }]
      volumes:
        - name: desk
          emptyDir: {}
      """
    Then the pod "guest" becomes Ready
    And these commands run in the pod "guest":
      | command                                         | prints | exit code |
      | id -u                                           | 65534  | 0         |
      | id -g                                           | 3000   | 0         |
      | echo note > /desk/note && stat -c %g /desk/note | 2000   | 0         |
      | touch /note                                     |        | 1         |
