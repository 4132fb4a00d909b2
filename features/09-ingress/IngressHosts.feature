@ingress @slide-ingress @requires-ingress
Feature: Ingress hosts
  How does one address serve many sites?

  An Ingress says which Service answers for which host. A controller turns it into a web server's configuration.
  Reference: https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-rules and, there, "Hostname wildcards"
  and "Name based virtual hosting"; upstream's ingress-controller-conformance, feature "Host rules".

  Background:
    Given a cluster

  # Watch for: the unknown host. Its 404 comes from the controller itself.
  @quick
  Scenario: A host leads to its Service
    Given the Service "echoserver" with an echo server behind it
    When this manifest is applied:
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
                  backend:
                    service:
                      name: echoserver
                      port:
                        number: 8080
      """
    Then these requests are answered:
      | request                             | answer     |
      | http://echoserver.{namespace}.test/ | echoserver |
      | http://stranger.{namespace}.test/   | 404        |

  Scenario: Two hosts lead to two Services at one address
    Given these Services, each with an echo server behind it:
      | service |
      | foo     |
      | bar     |
    When this manifest is applied:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: virtual-hosts
      spec:
        rules:
          - host: foo.{namespace}.example
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: foo, port: {number: 8080}}}
          - host: bar.{namespace}.example
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: bar, port: {number: 8080}}}
      """
    Then these requests are answered:
      | request                         | answer |
      | http://foo.{namespace}.example/ | foo    |
      | http://bar.{namespace}.example/ | bar    |

  Scenario: The case of a host does not matter, nor the port behind it
    Given the Service "web" with an echo server behind it
    When this manifest is applied:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
      spec:
        rules:
          - host: foo.{namespace}.example
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: web, port: {number: 8080}}}
      """
    Then these requests are answered:
      | request                              | answer |
      | http://FOO.{namespace}.Example/      | web    |
      | http://foo.{namespace}.example:8000/ | web    |

  Scenario: A wildcard stands for one label
    Given the Service "web" with an echo server behind it
    When this manifest is applied:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: wildcard
      spec:
        rules:
          - host: "*.foo.{namespace}.example"
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: web, port: {number: 8080}}}
      """
    Then these requests are answered:
      | request                                 | answer |
      | http://bar.foo.{namespace}.example/     | web    |
      | http://baz.bar.foo.{namespace}.example/ | 404    |
      | http://foo.{namespace}.example/         | 404    |

  Scenario: Two Ingresses share a host
    Given these Services, each with an echo server behind it:
      | service |
      | shop    |
      | blog    |
    When this manifest is applied:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: shop
      spec:
        rules:
          - host: foo.{namespace}.example
            http:
              paths:
                - path: /shop
                  pathType: Prefix
                  backend: {service: {name: shop, port: {number: 8080}}}
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: blog
      spec:
        rules:
          - host: foo.{namespace}.example
            http:
              paths:
                - path: /blog
                  pathType: Prefix
                  backend: {service: {name: blog, port: {number: 8080}}}
      """
    Then these requests are answered:
      | request                             | answer |
      | http://foo.{namespace}.example/shop | shop   |
      | http://foo.{namespace}.example/blog | blog   |
      | http://foo.{namespace}.example/     | 404    |

  Scenario: A host goes with its Ingress
    Given the Service "web" with an echo server behind it
    And this manifest is applied:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
      spec:
        rules:
          - host: foo.{namespace}.example
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: web, port: {number: 8080}}}
      """
    And these requests are answered:
      | request                         | answer |
      | http://foo.{namespace}.example/ | web    |
    When the Ingress "web" is deleted
    Then these requests are answered:
      | request                         | answer |
      | http://foo.{namespace}.example/ | 404    |
