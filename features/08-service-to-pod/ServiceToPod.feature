@service-to-pod @slide-svc2pod
Feature: Service to pod
  How does one address stand for many pods?

  A Service has an address that no machine has. kube-proxy redirects traffic for it to one of the pods behind it.
  Reference: https://kubernetes.io/docs/concepts/services-networking/service/ and upstream's
  "[sig-network] Services should serve a basic endpoint from pods [Conformance]"

  Background:
    Given a cluster with these nodes:
      | node  | labels   |
      | node1 | disk=hdd |
      | node2 | disk=ssd |

  # Watch for: one address, and answers from two nodes.
  @quick
  Scenario: A pod reaches both pods behind a service through the service's address
    Given an echo server "echoserver-1" on "node1"
    And an echo server "echoserver-2" on "node2"
    And a toolbox "client" on "node1"
    And this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: echoserver
      spec:
        selector:
          app: echoserver
        ports:
          - port: 8080
      """
    When the pod "client" keeps requesting "http://{ip of service echoserver}:8080/" until both pods have answered
    Then the pod "echoserver-1" has answered
    And it saw the address of the pod "client" as client_address
    And the pod "echoserver-2" has answered
    And it saw the address of the pod "client" as client_address

  @requires-dns
  Scenario: Asked by the service's name, the pod still sees the client's own address
    Given these pods:
      | pod        | runs        | node  |
      | echoserver | echo server | node2 |
      | client     | toolbox     | node1 |
    And this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: echoserver
      spec:
        selector:
          app: echoserver
        ports:
          - port: 8080
      """
    Then soon these requests go like this:
      | from   | to                                                    | answered by | saw the client as |
      | client | http://echoserver:8080/                               | echoserver  | its own address   |
      | client | http://echoserver.{namespace}.svc.cluster.local:8080/ | echoserver  | its own address   |

  Scenario: A pod finds the services of its namespace in its environment
    Only the services that existed before the pod: the kubelet sets the variables when it starts the pod.
    https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables

    Given these pods:
      | pod        | runs        | node  |
      | echoserver | echo server | node2 |
    And this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: echoserver
      spec:
        selector:
          app: echoserver
        ports:
          - name: http
            port: 80
            targetPort: 8080
      """
    When these pods come:
      | pod    | runs    | node  |
      | client | toolbox | node1 |
    Then the pod "client" finds these variables in its environment:
      | variable                     | value                      |
      | ECHOSERVER_SERVICE_HOST      | {ip of service echoserver} |
      | ECHOSERVER_SERVICE_PORT      | 80                         |
      | ECHOSERVER_SERVICE_PORT_HTTP | 80                         |
      | ECHOSERVER_PORT_80_TCP_ADDR  | {ip of service echoserver} |
      | ECHOSERVER_PORT_80_TCP_PROTO | tcp                        |
    And soon these requests go like this:
      | from   | to                                   | answered by | saw the client as |
      | client | http://{ip of service echoserver}:80 | echoserver  | its own address   |

  Scenario: A service may name the pod's port, and each pod says which that is
    https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports

    Given these pods:
      | pod    | runs    | node  |
      | client | toolbox | node1 |
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata:
        name: old
        labels:
          app: web
      spec:
        nodeName: node1
        containers:
          - name: web
            image: toolbox
            command: [sh, -c, "mkdir /tmp/www; hostname > /tmp/www/index.html; exec httpd -f -p 8080 -h /tmp/www"]
            ports:
              - name: http
                containerPort: 8080
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: new
        labels:
          app: web
      spec:
        nodeName: node2
        containers:
          - name: web
            image: toolbox
            command: [sh, -c, "mkdir /tmp/www; hostname > /tmp/www/index.html; exec httpd -f -p 9090 -h /tmp/www"]
            ports:
              - name: http
                containerPort: 9090
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
            targetPort: http
      """
    Then soon these requests go like this:
      | from   | to                          | answered by |
      | client | http://{ip of service web}/ | old         |
      | client | http://{ip of service web}/ | new         |
