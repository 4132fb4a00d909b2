@service-to-pod @slide-svc2pod
Feature: Service to pod
  How does one address stand for many pods?

  A Service has an address that no machine has. kube-proxy turns what is sent to it into traffic to one of the pods behind it.
  What must hold: https://kubernetes.io/docs/concepts/services-networking/service/ and upstream's
  "[sig-network] Services should serve a basic endpoint from pods [Conformance]"

  Background:
    Given a cluster with these nodes:
      | node  | labels   |
      | node1 | disk=hdd |
      | node2 | disk=ssd |

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
