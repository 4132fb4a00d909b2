@kube-proxy @slide-kube-proxy @requires-node-network
Feature: Node ports
  How does a client outside the cluster reach a service?

  Every node answers on the service's node port, whether one of its pods runs there or not. externalTrafficPolicy decides whether a node
  forwards a request to a pod on another node. If it may, the pod sees the node as the client, because the answer has to come back that way.
  The nodes' own shells stand in for outside clients: seen from node1's port, node2 is outside.
  Reference: https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport,
  https://kubernetes.io/docs/tutorials/services/source-ip/#source-ip-for-services-with-type-nodeport and upstream's
  "[sig-network] Services should be able to create a functioning NodePort service [Conformance]"

  Background:
    Given a cluster with these nodes:
      | node  | labels   |
      | node1 | disk=hdd |
      | node2 | disk=ssd |

  @requires-node-rules
  Scenario: A node port answers on every node, for nodes and for pods
    Given these pods:
      | pod    | runs        | node  |
      | echo   | echo server | node1 |
      | client | toolbox     | node2 |
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: echo
      spec:
        type: NodePort
        selector:
          app: echoserver
        ports:
          - port: 80
            targetPort: 8080
      """
    Then on every node the Service "echo" comes to be these rules:
      | sent to             | goes to   | share |
      | cluster ip:80/tcp   | echo:8080 | all   |
      | node port of 80/tcp | echo:8080 | all   |
    And soon these requests go like this:
      | from   | to                                       | answered by |
      | node2  | http://{ip of node1}:{node port of echo} | echo        |
      | node1  | http://{ip of node2}:{node port of echo} | echo        |
      | client | http://{ip of node1}:{node port of echo} | echo        |
      | client | http://{ip of node2}:{node port of echo} | echo        |

  Scenario Outline: externalTrafficPolicy decides whether a pod sees who asks, and whether a node without a pod answers
    Given these pods:
      | pod  | runs        | node  |
      | echo | echo server | node1 |
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: echo
      spec:
        type: NodePort
        externalTrafficPolicy: <policy>
        selector:
          app: echoserver
        ports:
          - port: 80
            targetPort: 8080
      """
    Then soon these requests go like this:
      | from  | to                                       | answered by  | saw the client as |
      | node2 | http://{ip of node1}:{node port of echo} | echo         | <the client as>   |
      | node1 | http://{ip of node2}:{node port of echo} | <other node> |                   |

    Examples:
      | policy  | the client as   | other node |
      | Cluster | another address | echo       |
      | Local   | its own address | silence    |

  @requires-node-rules
  Scenario: A node port leads to the pod wherever it runs
    Given these pods:
      | pod   | runs           | node  |
      | web-1 | serve-hostname | node1 |
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
    And soon these requests go like this:
      | from  | to                                      | answered by |
      | node2 | http://{ip of node1}:{node port of web} | web-1       |
    When these pods come:
      | pod   | runs           | node  |
      | web-2 | serve-hostname | node2 |
    And the Pod "web-1" is deleted
    And the Pod "web-1" disappears
    Then on every node the Service "web" comes to be these rules:
      | sent to             | goes to    | share |
      | cluster ip:80/tcp   | web-2:8080 | all   |
      | node port of 80/tcp | web-2:8080 | all   |
    And soon these requests go like this:
      | from  | to                                      | answered by |
      | node2 | http://{ip of node1}:{node port of web} | web-2       |
      | node1 | http://{ip of node2}:{node port of web} | web-2       |
