@ingress @slide-ingress @requires-ingress @requires-haproxy-configuration
Feature: Ingress controller
  Ingress in, web server configuration out: what comes out?

  The kit's own controller watches Ingresses, Services, endpoints and Secrets, and turns them into an HAProxy configuration. Other
  controllers' configurations look different, so these scenarios need a cluster that uses this one.
  Reference: https://kubernetes.io/docs/concepts/services-networking/ingress-controllers/ and HAProxy's manual,
  https://docs.haproxy.org/2.6/configuration.html

  Scenario: An Ingress goes in, a configuration comes out
    Given a cluster
    And the Service "echoserver" with 2 echo servers behind it
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
    And HAProxy's configuration holds:
      """
      backend {namespace}-echoserver-8080
          mode http
          balance roundrobin

          server ip of echoserver-1:8080 ip of echoserver-1:8080 weight 1 check inter 2s

          server ip of echoserver-2:8080 ip of echoserver-2:8080 weight 1 check inter 2s

      frontend httpfront-shared-frontend
          bind *:80

          acl host-echoserver.{namespace}.test var(txn.hdr_host) -m str -i echoserver.{namespace}.test

          use_backend {namespace}-echoserver-8080 if host-echoserver.{namespace}.test
      """

  Scenario: Paths become conditions, the longest first
    Given a cluster
    And the Service "web" with an echo server behind it
    When this manifest is applied:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: paths
      spec:
        rules:
          - host: "*.{namespace}.example"
            http:
              paths:
                - path: /foo
                  pathType: Prefix
                  backend: {service: {name: web, port: {number: 8080}}}
                - path: /foo/bar
                  pathType: Exact
                  backend: {service: {name: missing, port: {number: 80}}}
      """
    Then these requests are answered:
      | request                                 | answer |
      | http://any.{namespace}.example/foo      | web    |
      | http://any.{namespace}.example/foo/bar  | 503    |
      | http://any.{namespace}.example/foo/bar/ | web    |
    And HAProxy's configuration holds:
      """
      acl host-_.{namespace}.example var(txn.hdr_host) -m reg -i '^[^.]+\.{namespace}\.example$'

      use_backend {namespace}-missing-80 if host-_.{namespace}.example { var(txn.path) -m str '/foo/bar' }
      use_backend {namespace}-web-8080 if host-_.{namespace}.example { var(txn.path_slash) -m beg '/foo/' }
      """
    And the Ingress "paths" gets the event ServiceNotFound, which says "The Service missing does not exist"

  Scenario: Nobody writes into the configuration what is no path
    Given a cluster
    And the Service "web" with an echo server behind it
    When this manifest is applied:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: intruder
      spec:
        rules:
          - host: web.{namespace}.example
            http:
              paths:
                - path: "/foo\n    http-request deny\n    #"
                  pathType: ImplementationSpecific
                  backend: {service: {name: web, port: {number: 8080}}}
                - path: /bar
                  pathType: ImplementationSpecific
                  backend: {service: {name: web, port: {number: 8080}}}
      """
    Then these requests are answered:
      | request                            | answer |
      | http://web.{namespace}.example/bar | web    |
      | http://web.{namespace}.example/foo | 404    |
    And the Ingress "intruder" gets the event InvalidRule, which says "holds characters that no request's path has"

  Scenario: A missing certificate is told
    Given a cluster
    And the Service "web" with an echo server behind it
    When this manifest is applied:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: tls
      spec:
        tls:
          - hosts: ["web.{namespace}.example"]
            secretName: missing-tls
        rules:
          - host: web.{namespace}.example
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: web, port: {number: 8080}}}
      """
    Then the Ingress "tls" gets the event DefaultCertificate, which says "web.{namespace}.example is served with the default certificate"

  Scenario: What HAProxy would not run with is left out, and everybody else is served
    Given a cluster
    And the Service "web" with an echo server behind it
    And the Secret "weak-tls" holds the certificate "too weak" for "weak.{namespace}.example", with a key of only 512 bits
    When this manifest is applied:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: weak
      spec:
        tls:
          - hosts: ["weak.{namespace}.example"]
            secretName: weak-tls
        rules:
          - host: weak.{namespace}.example
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: web, port: {number: 8080}}}
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: strong
      spec:
        rules:
          - host: strong.{namespace}.example
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: web, port: {number: 8080}}}
      """
    Then these requests are answered:
      | request                            | answer |
      | http://strong.{namespace}.example/ | web    |
      | http://weak.{namespace}.example/   | 404    |
    And the Ingress "weak" gets the event Refused, which says "unable to load SSL certificate"

  @slow
  Scenario: Five hundred Ingresses at once are all served
    Given a cluster
    And the Service "web" with an echo server behind it
    When 500 Ingresses at once lead hosts of their own to the Service "web"
    Then each of the 500 hosts is answered by "web"

  @own-cluster @restores-cluster @requires-component-control
  Scenario: The controller misses nothing while the API server is restarted
    Given a cluster with these nodes:
      | node  |
      | node1 |
    And the Service "web" with an echo server behind it
    And this manifest is applied:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: before
      spec:
        rules:
          - host: before.{namespace}.example
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: web, port: {number: 8080}}}
      """
    And somebody keeps requesting "http://before.{namespace}.example/", which "web" answers
    When the component "kube-apiserver" is restarted
    And this manifest is applied:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: after
      spec:
        rules:
          - host: after.{namespace}.example
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: web, port: {number: 8080}}}
      """
    Then these requests are answered:
      | request                            | answer |
      | http://before.{namespace}.example/ | web    |
      | http://after.{namespace}.example/  | web    |
    And not one of these requests has failed
