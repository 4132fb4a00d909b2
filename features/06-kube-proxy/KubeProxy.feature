@kube-proxy @slide-kube-proxy @requires-node-rules
Feature: Kube-proxy
  How does a Service become network rules?

  A Service is an address that no machine has. On every node, kube-proxy watches Services and their endpoints, and tells the kernel where
  connections to that address really go: with iptables chains (KUBE-SERVICES, then KUBE-SVC-… for the service, then KUBE-SEP-… for the
  endpoint), nftables maps, or IPVS entries. The tables below are read from the nodes and are the same for all three modes.
  Reference: https://kubernetes.io/docs/reference/networking/virtual-ips/

  Background:
    Given a cluster with these nodes:
      | node  | labels   |
      | node1 | disk=hdd |
      | node2 | disk=ssd |

  # Watch for: the rules are the same on every node, even on the node with a single pod.
  @quick
  Scenario: A Service is rules that lead to each of its pods with the same share
    Given these pods:
      | pod   | runs           | node  |
      | web-1 | serve-hostname | node1 |
      | web-2 | serve-hostname | node2 |
      | web-3 | serve-hostname | node2 |
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        selector:
          app: serve-hostname
        ports:
          - port: 80
            targetPort: 8080
      """
    Then on every node the Service "web" comes to be these rules:
      | sent to           | goes to    | share |
      | cluster ip:80/tcp | web-1:8080 | 1/3   |
      | cluster ip:80/tcp | web-2:8080 | 1/3   |
      | cluster ip:80/tcp | web-3:8080 | 1/3   |

  Scenario: Every port of a Service has rules of its own
    Given these pods:
      | pod | runs           | node  |
      | web | serve-hostname | node1 |
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        type: NodePort
        selector:
          app: serve-hostname
        ports:
          - name: http
            port: 80
            targetPort: 8080
          - name: metrics
            port: 9100
            targetPort: 9100
          - name: dns
            port: 53
            targetPort: 5353
            protocol: UDP
      """
    Then on every node the Service "web" comes to be these rules:
      | sent to               | goes to  | share |
      | cluster ip:80/tcp     | web:8080 | all   |
      | cluster ip:9100/tcp   | web:9100 | all   |
      | cluster ip:53/udp     | web:5353 | all   |
      | node port of 80/tcp   | web:8080 | all   |
      | node port of 9100/tcp | web:9100 | all   |
      | node port of 53/udp   | web:5353 | all   |

  Scenario: Only a pod that is ready is in the rules
    Given these pods:
      | pod   | runs           | node  |
      | web-1 | serve-hostname | node1 |
    And this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata:
        name: web-2
        labels:
          app: serve-hostname
      spec:
        nodeName: node2
        containers:
          - name: web
            image: toolbox
            command: [sleep, infinity]
            readinessProbe:
              exec:
                command: [cat, /tmp/ready]
              periodSeconds: 1
              failureThreshold: 1
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        selector:
          app: serve-hostname
        ports:
          - port: 80
            targetPort: 8080
      """
    And on every node the Service "web" comes to be these rules:
      | sent to           | goes to    | share |
      | cluster ip:80/tcp | web-1:8080 | all   |
    When the pod "web-2" says that it is ready
    Then on every node the Service "web" comes to be these rules:
      | sent to           | goes to    | share |
      | cluster ip:80/tcp | web-1:8080 | 1/2   |
      | cluster ip:80/tcp | web-2:8080 | 1/2   |
    When the pod "web-2" says that it is no longer ready
    Then on every node the Service "web" comes to be these rules:
      | sent to           | goes to    | share |
      | cluster ip:80/tcp | web-1:8080 | all   |

  Scenario: The rules follow when there are more pods, and when there are fewer
    Given this manifest is applied:
      """yaml
      apiVersion: apps/v1
      kind: StatefulSet
      metadata:
        name: web
      spec:
        serviceName: web
        podManagementPolicy: Parallel
        replicas: 1
        selector:
          matchLabels:
            app: web
        template:
          metadata:
            labels:
              app: web
          spec:
            containers:
              - name: web
                image: toolbox
                command: [sleep, infinity]
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        selector:
          app: web
        ports:
          - port: 80
            targetPort: 8080
      """
    And on every node the Service "web" comes to be these rules:
      | sent to           | goes to    | share |
      | cluster ip:80/tcp | web-0:8080 | all   |
    When the StatefulSet "web" is scaled to 4
    Then on every node the Service "web" comes to be these rules:
      | sent to           | goes to    | share |
      | cluster ip:80/tcp | web-0:8080 | 1/4   |
      | cluster ip:80/tcp | web-1:8080 | 1/4   |
      | cluster ip:80/tcp | web-2:8080 | 1/4   |
      | cluster ip:80/tcp | web-3:8080 | 1/4   |
    When the StatefulSet "web" is scaled to 2
    Then on every node the Service "web" comes to be these rules:
      | sent to           | goes to    | share |
      | cluster ip:80/tcp | web-0:8080 | 1/2   |
      | cluster ip:80/tcp | web-1:8080 | 1/2   |

  Scenario: A Service that is deleted leaves no rule behind
    Given these pods:
      | pod | runs           | node  |
      | web | serve-hostname | node1 |
    And this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        type: NodePort
        selector:
          app: serve-hostname
        ports:
          - port: 80
            targetPort: 8080
      """
    And on every node the Service "web" comes to be these rules:
      | sent to             | goes to  | share |
      | cluster ip:80/tcp   | web:8080 | all   |
      | node port of 80/tcp | web:8080 | all   |
    When the Service "web" is deleted
    Then on every node the rules of the Service "web" disappear

  Scenario: A headless Service has no address, and so no rules
    The Service "web" is created after the headless one: once kube-proxy has written its rules, it has seen the headless one too.

    Given these pods:
      | pod | runs           | node  |
      | web | serve-hostname | node1 |
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: headless
      spec:
        clusterIP: None
        selector:
          app: serve-hostname
        ports:
          - port: 80
            targetPort: 8080
      """
    And the Endpoints of the Service "headless" comes to list:
      | endpoint | ready |
      | web      | yes   |
    And this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        selector:
          app: serve-hostname
        ports:
          - port: 80
            targetPort: 8080
      """
    Then on every node the Service "web" comes to be these rules:
      | sent to           | goes to  | share |
      | cluster ip:80/tcp | web:8080 | all   |
    And on "every node" the Service "headless" is no rule

  Scenario: A Service without a ready pod refuses connections
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: nobody
      spec:
        selector:
          app: nobody
        ports:
          - port: 80
      """
    Then on every node the Service "nobody" comes to be these rules:
      | sent to           | goes to         | share |
      | cluster ip:80/tcp | nobody: refused | none  |
