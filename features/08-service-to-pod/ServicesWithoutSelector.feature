@service-to-pod @slide-svc2pod
Feature: Services without selector
  Does a service have to lead to pods?

  No. A selector only makes a controller fill in the endpoints. If you write them yourself, they can be anything that has an address. And
  the service's address doesn't have to be one of the cluster's.
  Reference: https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors

  Background:
    Given a cluster with these nodes:
      | node  | labels   |
      | node1 | disk=hdd |
      | node2 | disk=ssd |

  Scenario: Somebody writes the endpoints of a service by hand
    Endpoints is the older API, deprecated since 1.33 in favour of EndpointSlice, but still served everywhere. A controller mirrors it.

    Given these pods:
      | pod        | runs        | node  |
      | echoserver | echo server | node2 |
      | client     | toolbox     | node1 |
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: by-hand
      spec:
        ports:
          - port: 80
      ---
      apiVersion: v1
      kind: Endpoints
      metadata:
        name: by-hand
      subsets:
        - addresses:
            - ip: {ip of pod echoserver}
          ports:
            - port: 8080
      """
    Then soon these requests go like this:
      | from   | to                              | answered by | saw the client as |
      | client | http://{ip of service by-hand}/ | echoserver  | its own address   |

  @requires-node-rules
  Scenario: An external IP of a service leads to its pods as well
    Kubernetes does not route traffic for that address to the nodes: something else must. Here it is a node's own address. Deprecated since
    1.36, because anyone who may write services can intercept other people's traffic with it (CVE-2020-8554).
    https://kubernetes.io/docs/concepts/services-networking/service/#external-ips

    Given these pods:
      | pod        | runs        | node  |
      | echoserver | echo server | node2 |
      | client     | toolbox     | node2 |
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: echoserver
      spec:
        externalIPs:
          - {ip of node1}
        selector:
          app: echoserver
        ports:
          - port: 18081
            targetPort: 8080
      """
    Then on every node the Service "echoserver" comes to be these rules:
      | sent to               | goes to         | share |
      | cluster ip:18081/tcp  | echoserver:8080 | all   |
      | external ip:18081/tcp | echoserver:8080 | all   |
    And soon these requests go like this:
      | from   | to                         | answered by |
      | node2  | http://{ip of node1}:18081 | echoserver  |
      | client | http://{ip of node1}:18081 | echoserver  |
