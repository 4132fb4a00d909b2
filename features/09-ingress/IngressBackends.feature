@ingress @requires-ingress
Feature: Ingress backends
  What is behind the web server?

  The controller knows the pods behind each Service and sends requests to them directly, bypassing kube-proxy.
  Reference: https://kubernetes.io/docs/concepts/services-networking/ingress/#types-of-ingress,
  https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination-flow and upstream's ingress-controller-conformance,
  feature "Load balancing".

  Background:
    Given a cluster

  Scenario: One host fans out to several Services
    Given these Services, each with an echo server behind it:
      | service |
      | foo     |
      | bar     |
    When this manifest is applied:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: fanout
      spec:
        rules:
          - host: fanout.{namespace}.example
            http:
              paths:
                - path: /foo
                  pathType: Prefix
                  backend: {service: {name: foo, port: {number: 8080}}}
                - path: /bar
                  pathType: Prefix
                  backend: {service: {name: bar, port: {name: http}}}
      """
    Then these requests are answered:
      | request                               | answer |
      | http://fanout.{namespace}.example/foo | foo    |
      | http://fanout.{namespace}.example/bar | bar    |

  @slide-ingress
  Scenario: The pod sees the ingress controller as its client, and reads in a header who asked
    Given the Service "echoserver" with an echo server behind it
    And this manifest is applied:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: echoserver
      spec:
        rules:
          - host: echoserver.{namespace}.test
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: echoserver, port: {number: 8080}}}
      """
    When "http://echoserver.{namespace}.test/a/b?c=d" is requested with these headers:
      | header          | value      |
      | X-Forwarded-For | not-me     |
      | X-Greeting      | good-day   |
    Then the echo server has seen:
      | value             | is                                         |
      | client_address    | an address of the cluster                  |
      | x-forwarded-for   | an address                                 |
      | x-forwarded-proto | http                                       |
      | request_uri       | http://echoserver.{namespace}.test/a/b?c=d |
      | x-greeting        | good-day                                   |

  Scenario: A Service without a ready pod is answered for with 503, until it has one
    Given the Service "web" with an echo server behind it
    And this manifest is applied:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
      spec:
        rules:
          - host: web.{namespace}.example
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: web, port: {number: 8080}}}
      """
    When the Deployment "web" is scaled to 0
    Then these requests are answered:
      | request                         | answer |
      | http://web.{namespace}.example/ | 503    |
    When the Deployment "web" is scaled to 1
    Then these requests are answered:
      | request                         | answer |
      | http://web.{namespace}.example/ | web    |

  Scenario: New pods get requests too, and nobody loses one when pods come and go
    Given the Service "web" with an echo server behind it
    And this manifest is applied:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
      spec:
        rules:
          - host: web.{namespace}.example
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: web, port: {number: 8080}}}
      """
    And somebody keeps requesting "http://web.{namespace}.example/", which "web" answers
    When the Deployment "web" is scaled to 3
    And requests for "http://web.{namespace}.example/" have been answered by 3 different pods
    And the Deployment "web" is scaled to 1
    And the 1 pod of the Deployment "web" becomes Ready
    Then the namespace comes to hold:
      | kind | objects |
      | Pod  | 1       |
    And not one of these requests has failed

  Scenario: A new version comes out and no request fails
    Given the Service "web" with 2 echo servers behind it
    And this manifest is applied:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
      spec:
        rules:
          - host: web.{namespace}.example
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: web, port: {number: 8080}}}
      """
    And somebody keeps requesting "http://web.{namespace}.example/", which "web" answers
    When the Deployment "web" is changed:
      """yaml
      spec:
        template:
          metadata:
            annotations:
              version: new
      """
    And the Deployment "web" is rolled out
    Then the namespace comes to hold:
      | kind | objects |
      | Pod  | 2       |
    And not one of these requests has failed

  Scenario: The Ingress tells at which address it is served
    Given the Service "web" with an echo server behind it
    And a toolbox "client" on "node2"
    When this manifest is applied:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
      spec:
        rules:
          - host: web.{namespace}.example
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: web, port: {number: 8080}}}
      """
    Then the Ingress "web" comes to name its address, where the pod "client" asks for "web.{namespace}.example" and is answered by "web"
