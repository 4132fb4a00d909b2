@ingress @requires-ingress @own-cluster @restores-cluster
Feature: Ingress default backend
  Who answers requests that match no rule?

  An Ingress without rules sends all requests that match no other Ingress to one Service. It applies to the whole cluster.
  Reference: https://kubernetes.io/docs/concepts/services-networking/ingress/#default-backend and upstream's
  ingress-controller-conformance, feature "Default backend".

  Scenario: The default backend answers for every host and path without a rule
    Given a cluster with these nodes:
      | node  |
      | node1 |
    And these Services, each with an echo server behind it:
      | service  |
      | web      |
      | fallback |
    When this manifest is applied:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: everything-else
      spec:
        defaultBackend:
          service:
            name: fallback
            port:
              number: 8080
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
      spec:
        rules:
          - host: foo.example
            http:
              paths:
                - path: /web
                  pathType: Prefix
                  backend: {service: {name: web, port: {number: 8080}}}
      """
    Then these requests are answered:
      | request                     | answer   |
      | http://foo.example/web      | web      |
      | http://foo.example/         | fallback |
      | http://stranger.example/web | fallback |
