@ingress @requires-ingress
Feature: Ingress classes
  Which controller handles an Ingress?

  A cluster may have several ingress controllers. A class names one of them, and each controller ignores the Ingresses of the others.
  Reference: https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class and upstream's
  ingress-controller-conformance, feature "Ingress class"; "[sig-network] Ingress API should support creating Ingress API operations [Conformance]"

  Background:
    Given a cluster
    And these Services, each with an echo server behind it:
      | service |
      | ours    |
      | theirs  |

  Scenario: An Ingress of another controller's class is left alone until it gets the own one
    When this manifest is applied:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: IngressClass
      metadata:
        name: "{namespace}"
      spec:
        controller: example.com/another-ingress-controller
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: theirs
      spec:
        ingressClassName: "{namespace}"
        rules:
          - host: theirs.{namespace}.example
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: theirs, port: {number: 8080}}}
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: ours
      spec:
        rules:
          - host: ours.{namespace}.example
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: ours, port: {number: 8080}}}
      """
    Then these requests are answered:
      | request                            | answer |
      | http://ours.{namespace}.example/   | ours   |
      | http://theirs.{namespace}.example/ | 404    |
    When the Ingress "theirs" gets the class of the cluster's own controller
    Then these requests are answered:
      | request                            | answer |
      | http://ours.{namespace}.example/   | ours   |
      | http://theirs.{namespace}.example/ | theirs |

  Scenario: The older annotation names a class as well
    When this manifest is applied:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: theirs
        annotations:
          kubernetes.io/ingress.class: another
      spec:
        rules:
          - host: theirs.{namespace}.example
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: theirs, port: {number: 8080}}}
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: ours
      spec:
        rules:
          - host: ours.{namespace}.example
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: ours, port: {number: 8080}}}
      """
    Then these requests are answered:
      | request                            | answer |
      | http://ours.{namespace}.example/   | ours   |
      | http://theirs.{namespace}.example/ | 404    |
