@kubelet @slide-kubelet
Feature: Kubelet: containers of a pod
  What do the containers of a pod share, and what not?

  A pod has one address and one host name, held by a container that does nothing (pause). Each container brings its own files. Reference:
  https://kubernetes.io/docs/concepts/workloads/pods/#how-pods-manage-multiple-containers and
  https://kubernetes.io/docs/concepts/workloads/pods/init-containers/

  Background:
    Given a cluster

  Scenario: Containers of a pod reach each other on localhost, and do not see each other's files
    When the pod "pair" is created:
      """yaml
      containers:
        - name: server
          command: [sh, -c, "mkdir /www; echo bread > /www/menu; httpd -f -p 127.0.0.1:8080 -h /www"]
        - name: client
      """
    Then the pod "pair" becomes Ready
    And these commands run in the pod "pair":
      | container | command                                 | prints | exit code |
      | server    | cat /www/menu                           | bread  | 0         |
      | client    | cat /www/menu                           |        | 1         |
      | client    | wget -q -O - http://127.0.0.1:8080/menu | bread  | 0         |
      | client    | hostname                                | pair   | 0         |
      | server    | hostname                                | pair   | 0         |

  @requires-node-access
  Scenario: Seen from the node, containers are processes with namespaces in common
    Equal letters mean the same namespace (/proc/PID/ns). The network namespace exists before the first container and after the last one:
    pause holds it.

    When the pod "pair" is created:
      """yaml
      containers:
        - name: one
          command: [sleep, infinity]
        - name: two
          command: [tail, -f, /dev/null]
      """
    Then the pod "pair" becomes Ready
    And seen from its node the processes of the pod "pair" live in these namespaces:
      | namespace | pause | sleep | tail |
      | net       | a     | a     | a    |
      | ipc       | a     | a     | a    |
      | uts       | a     | a     | a    |
      | pid       | a     | b     | c    |
      | mnt       | a     | b     | c    |

  Scenario: In a pod that shares its processes, pause is process 1
    https://kubernetes.io/docs/tasks/configure-pod-container/share-process-namespace/

    When the pod "open" is created:
      """yaml
      shareProcessNamespace: true
      containers:
        - name: one
          command: [sleep, infinity]
        - name: two
          command: [tail, -f, /dev/null]
      """
    Then the pod "open" becomes Ready
    And these commands run in the pod "open":
      | container | command                              | prints |
      | one       | cat /proc/1/comm                     | pause  |
      | one       | pidof tail > /dev/null && echo seen  | seen   |
      | two       | pidof sleep > /dev/null && echo seen | seen   |

  # upstream: [sig-storage] EmptyDir volumes pod should support shared volumes between containers [Conformance]
  Scenario: An emptyDir is shared by the containers of a pod and outlives their restart
    Upstream's "[sig-storage] EmptyDir volumes pod should support shared volumes between containers [Conformance]". Files outside the
    emptyDir are lost with the container.

    When the pod "kitchen" is created:
      """yaml
      containers:
        - name: cook
          command: [sh, -c, "until [ -e /tmp/fire ]; do sleep 0.2; done"]
          volumeMounts: [{ name: table, mountPath: /table }]
        - name: waiter
          volumeMounts: [{ name: table, mountPath: /counter }]
      volumes:
        - name: table
          emptyDir: {}
      """
    And the pod "kitchen" becomes Ready
    Then these commands run in the pod "kitchen":
      | container | command                  | prints |
      | cook      | echo soup > /table/plate |        |
      | waiter    | cat /counter/plate       | soup   |
      | cook      | touch /tmp/fire          |        |
    And the Pod "kitchen" comes to have:
      | field                                         | value |
      | status.containerStatuses[cook].restartCount   | 1     |
      | status.containerStatuses[cook].ready          | true  |
      | status.containerStatuses[waiter].restartCount | 0     |
    And these commands run in the pod "kitchen":
      | container | command          | prints |
      | cook      | cat /table/plate | soup   |
      | cook      | ls /tmp          |        |

  # upstream: [sig-node] InitContainer should invoke init containers on a RestartAlways pod [Conformance] [NodeConformance]
  Scenario: Init containers run one after the other, and the others only after them
    Upstream's "[sig-node] InitContainer should invoke init containers on a RestartAlways pod [Conformance]".

    When the pod "dinner" is created:
      """yaml
      initContainers:
        - name: first
          image: toolbox
          command: [sh, -c, "sleep 1; echo shopping >> /diary/today"]
          volumeMounts: [{ name: diary, mountPath: /diary }]
        - name: second
          image: toolbox
          command: [sh, -c, "echo cooking >> /diary/today"]
          volumeMounts: [{ name: diary, mountPath: /diary }]
      containers:
        - name: third
          command: [sh, -c, "echo eating >> /diary/today; cat /diary/today; sleep infinity"]
          volumeMounts: [{ name: diary, mountPath: /diary }]
      volumes:
        - name: diary
          emptyDir: {}
      """
    Then the log of the container "third" in the pod "dinner" comes to say:
      """
      shopping
      cooking
      eating
      """
    And the Pod "dinner" comes to have:
      | field                                                        | value     |
      | status.conditions[Initialized].status                        | True      |
      | status.initContainerStatuses[first].state.terminated.reason  | Completed |
      | status.initContainerStatuses[second].state.terminated.reason | Completed |

  # upstream: [sig-node] InitContainer should not start app containers and fail the pod if init containers fail on a RestartNever pod [Conformance] [NodeConformance]
  Scenario: A pod whose init container fails never starts its others
    Upstream's "[sig-node] InitContainer should not start app containers and fail the pod if init containers fail on a RestartNever pod [Conformance]".

    When the pod "dinner" is created:
      """yaml
      restartPolicy: Never
      initContainers:
        - name: first
          image: toolbox
          command: [sh, -c, "exit 3"]
        - name: second
          image: toolbox
          command: ["true"]
      containers:
        - name: third
      """
    Then the Pod "dinner" comes to have:
      | field                                                         | value           |
      | status.phase                                                  | Failed          |
      | status.conditions[Initialized].status                         | False           |
      | status.initContainerStatuses[first].state.terminated.exitCode | 3               |
      | status.initContainerStatuses[second].state.waiting.reason     | PodInitializing |
      | status.containerStatuses[third].state.waiting.reason          | PodInitializing |
      | status.containerStatuses[third].restartCount                  | 0               |
