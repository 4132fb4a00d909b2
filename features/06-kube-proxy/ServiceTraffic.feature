@kube-proxy @slide-kube-proxy
Feature: Service traffic
  Which of the pods behind a service gets a request?

  Any of them, chosen at random for each new connection. Always the same one, if the service has session affinity. If there are none, the
  connection is refused immediately.
  Reference: https://kubernetes.io/docs/concepts/services-networking/service/ and upstream's
  "[sig-network] Services should have session affinity work for service with type clusterIP [LinuxOnly] [Conformance]",
  "should serve multiport endpoints from pods [Conformance]", "should be rejected when no endpoints exist",
  "[sig-network] Networking Granular Checks: Services should function for pod-Service: udp" and
  "should function for endpoint-Service: http" (a pod that reaches itself)

  Background:
    Given a cluster with these nodes:
      | node  | labels   |
      | node1 | disk=hdd |
      | node2 | disk=ssd |

  Scenario: Requests are spread over all pods
    Of 300 requests, each of three pods gets about 100. The step fails if a pod gets fewer than 51 or more than 153, which happens by chance
    in less than one of a billion runs (the step computes this from the binomial distribution).

    Given these pods:
      | pod    | runs           | node  |
      | web-1  | serve-hostname | node1 |
      | web-2  | serve-hostname | node2 |
      | web-3  | serve-hostname | node2 |
      | client | toolbox        | node1 |
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
    And soon these requests go like this:
      | from   | to                          | answered by |
      | client | http://{ip of service web}/ | web-1       |
      | client | http://{ip of service web}/ | web-2       |
      | client | http://{ip of service web}/ | web-3       |
    When the pod "client" requests "http://{ip of service web}/" 300 times
    Then these pods have answered, each about as often as the others:
      | pod   |
      | web-1 |
      | web-2 |
      | web-3 |

  # upstream: [sig-network] Services should have session affinity work for service with type clusterIP [LinuxOnly] [Conformance]
  @requires-node-rules
  Scenario: With session affinity a client stays with the pod that it got first
    If every request were still assigned at random, all 40 would go to the same of three pods in one of 10^18 runs.

    Given these pods:
      | pod    | runs           | node  |
      | web-1  | serve-hostname | node1 |
      | web-2  | serve-hostname | node2 |
      | web-3  | serve-hostname | node2 |
      | client | toolbox        | node1 |
    And this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        sessionAffinity: ClientIP
        sessionAffinityConfig:
          clientIP:
            timeoutSeconds: 600
        selector:
          app: serve-hostname
        ports:
          - port: 80
            targetPort: 8080
      """
    And the Endpoints of the Service "web" comes to list:
      | endpoint | ready |
      | web-1    | yes   |
      | web-2    | yes   |
      | web-3    | yes   |
    And on every node the Service "web" comes to be these rules:
      | sent to           | goes to    | share | a client stays for |
      | cluster ip:80/tcp | web-1:8080 | 1/3   | 600 s              |
      | cluster ip:80/tcp | web-2:8080 | 1/3   | 600 s              |
      | cluster ip:80/tcp | web-3:8080 | 1/3   | 600 s              |
    When the pod "client" requests "http://{ip of service web}/" 40 times
    Then all answers came from one pod

  Scenario: Each port of a service leads to its own port of the pod
    Given these pods:
      | pod    | runs    | node  |
      | client | toolbox | node1 |
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        labels:
          app: web
      spec:
        nodeName: node2
        containers:
          - name: shop
            image: toolbox
            command: [sh, -c, "mkdir /tmp/www; echo the shop > /tmp/www/index.html; exec httpd -f -p 8080 -h /tmp/www"]
          - name: admin
            image: toolbox
            command: [sh, -c, "mkdir /tmp/www; echo its back office > /tmp/www/index.html; exec httpd -f -p 9090 -h /tmp/www"]
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        selector:
          app: web
        ports:
          - name: shop
            port: 80
            targetPort: 8080
          - name: admin
            port: 81
            targetPort: 9090
      """
    Then soon these requests go like this:
      | from   | to                             | answered by     |
      | client | http://{ip of service web}:80/ | the shop        |
      | client | http://{ip of service web}:81/ | its back office |

  Scenario: UDP goes through a service as well
    Given these pods:
      | pod    | runs               | node  |
      | echo   | echo server by UDP | node2 |
      | client | toolbox            | node1 |
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: echo
      spec:
        selector:
          app: echoserver-udp
        ports:
          - port: 69
            targetPort: 8069
            protocol: UDP
      """
    Then soon these requests go like this:
      | from   | to                                 | answered by | saw the client as |
      | client | udp://{ip of service echo}:69/song | echo        | its own address   |

  Scenario: A pod reaches itself through its service
    The pod must not see itself as the client: it would answer itself directly, bypassing the rules that translate the service's address
    back. So the node substitutes one of its own addresses.

    Given these pods:
      | pod    | runs        | node  |
      | echo   | echo server | node1 |
      | client | toolbox     | node1 |
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: echo
      spec:
        selector:
          app: echoserver
        ports:
          - port: 80
            targetPort: 8080
      """
    Then soon these requests go like this:
      | from   | to                           | answered by | saw the client as |
      | client | http://{ip of service echo}/ | echo        | its own address   |
      | echo   | http://{ip of service echo}/ | echo        | another address   |

  @requires-node-network
  Scenario: A service without pods refuses at once, and answers when a pod comes
    Given these pods:
      | pod    | runs    | node  |
      | client | toolbox | node1 |
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
    And soon these requests go like this:
      | from   | to                          | answered by |
      | client | http://{ip of service web}/ | refused     |
      | node2  | http://{ip of service web}/ | refused     |
    When these pods come:
      | pod | runs           | node  |
      | web | serve-hostname | node2 |
    Then soon these requests go like this:
      | from   | to                          | answered by |
      | client | http://{ip of service web}/ | web         |
      | node2  | http://{ip of service web}/ | web         |
