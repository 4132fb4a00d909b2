@service-to-pod @slide-svc2pod
Feature: Services without selector
  Must what stands behind a service be its pods?

  No. A selector only has a controller fill in the endpoints; whoever writes them by hand can put anything there that has an address. And the
  service's address need not be one of the cluster's.
  What must hold: https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors

  Background:
    Given a cluster with these nodes:
      | node  | labels   |
      | node1 | disk=hdd |
      | node2 | disk=ssd |

  Scenario: Somebody writes the endpoints of a service by hand
    Endpoints are the old words for it, deprecated since 1.33 in favour of EndpointSlice, but served everywhere; a controller mirrors them.

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

  @requires-node-access
  Scenario: An external IP of a service leads to its pods as well
    Kubernetes does not bring traffic for that address to the nodes: somebody else must. Here it is a node's own. Deprecated since 1.36, because whoever may
    write services can catch other people's traffic with it (CVE-2020-8554).
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
