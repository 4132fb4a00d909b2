@ingress @requires-ingress
Feature: Ingress TLS
  Who presents which certificate?

  When it opens a TLS connection, a client says which host it wants (SNI). The ingress controller presents that host's certificate, from a
  Secret, and speaks plain HTTP to the pods.
  Reference: https://kubernetes.io/docs/concepts/services-networking/ingress/#tls and upstream's ingress-controller-conformance,
  feature "TLS".

  Background:
    Given a cluster
    And the Service "web" with an echo server behind it

  Scenario: Each host shows its own certificate
    Given the Secret "foo-tls" holds the certificate "certificate of foo" for "foo.{namespace}.example"
    And the Secret "bar-tls" holds the certificate "certificate of bar" for "bar.{namespace}.example"
    When this manifest is applied:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: tls
      spec:
        tls:
          - hosts: ["foo.{namespace}.example"]
            secretName: foo-tls
          - hosts: ["bar.{namespace}.example"]
            secretName: bar-tls
        rules:
          - host: foo.{namespace}.example
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: web, port: {number: 8080}}}
          - host: bar.{namespace}.example
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: web, port: {number: 8080}}}
      """
    Then these requests are answered:
      | request                          | answer | certificate        |
      | https://foo.{namespace}.example/ | web    | certificate of foo |
      | https://bar.{namespace}.example/ | web    | certificate of bar |

  Scenario: A renewed certificate is shown without anybody being restarted
    Given the Secret "foo-tls" holds the certificate "last year's" for "foo.{namespace}.example"
    And this manifest is applied:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: tls
      spec:
        tls:
          - hosts: ["foo.{namespace}.example"]
            secretName: foo-tls
        rules:
          - host: foo.{namespace}.example
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: web, port: {number: 8080}}}
      """
    And these requests are answered:
      | request                          | answer | certificate |
      | https://foo.{namespace}.example/ | web    | last year's |
    When the Secret "foo-tls" holds the certificate "this year's" for "foo.{namespace}.example"
    Then these requests are answered:
      | request                          | answer | certificate |
      | https://foo.{namespace}.example/ | web    | this year's |

  Scenario: A host whose Secret is missing is served with another certificate until the Secret comes
    Given this manifest is applied:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: tls
      spec:
        tls:
          - hosts: ["foo.{namespace}.example"]
            secretName: foo-tls
        rules:
          - host: foo.{namespace}.example
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: web, port: {number: 8080}}}
      """
    And these requests are answered:
      | request                          | answer | certificate |
      | https://foo.{namespace}.example/ | web    | another     |
    When the Secret "foo-tls" holds the certificate "certificate of foo" for "foo.{namespace}.example"
    Then these requests are answered:
      | request                          | answer | certificate        |
      | https://foo.{namespace}.example/ | web    | certificate of foo |

  Scenario: The pod hears by header that the client came by TLS
    Given the Secret "foo-tls" holds the certificate "certificate of foo" for "foo.{namespace}.example"
    And this manifest is applied:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: tls
      spec:
        tls:
          - hosts: ["foo.{namespace}.example"]
            secretName: foo-tls
        rules:
          - host: foo.{namespace}.example
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: web, port: {number: 8080}}}
      """
    When "https://foo.{namespace}.example/" is requested with these headers:
      | header            | value |
      | X-Forwarded-Proto | http  |
    Then the echo server has seen:
      | value             | is                      |
      | x-forwarded-proto | https                   |
      | host              | foo.{namespace}.example |
