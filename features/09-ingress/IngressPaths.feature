@ingress @requires-ingress
Feature: Ingress paths
  Which Service answers for which path of a host?

  A path is compared according to its type: Exact, character by character; Prefix, element by element, ignoring a trailing slash;
  ImplementationSpecific, as the controller likes. If several match, the longest wins.
  Reference: https://kubernetes.io/docs/concepts/services-networking/ingress/#path-types, its table "Examples" and "Multiple matches";
  upstream's ingress-controller-conformance, feature "Path rules".

  Background:
    Given a cluster

  Scenario Outline: A path of one type matches what the documentation's table says
    Given the Service "web" with an echo server behind it
    When this manifest is applied:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: path
      spec:
        rules:
          - host: path.{namespace}.example
            http:
              paths:
                - path: <path>
                  pathType: <type>
                  backend: {service: {name: web, port: {number: 8080}}}
      """
    Then of "path.{namespace}.example" these paths are answered by "web": "<answered>", and these are not found: "<not found>"

    Examples:
      | what                           | type                   | path     | answered                       | not found                |
      | everything                     | Prefix                 | /        | /, /foo, /foo/bar              |                          |
      | a prefix                       | Prefix                 | /foo     | /foo, /foo/, /foo/bar, /foo?q  | /, /fo, /bar, /FOO, /Foo |
      | a prefix of two elements       | Prefix                 | /aaa/bbb | /aaa/bbb, /aaa/bbb/, /aaa/bbb/c | /aaa, /aaa/, /aaa/b, /bbb |
      | an exact path                  | Exact                  | /foo     | /foo, /foo?a=b                 | /foo/, /foo/bar, /bar, /FOO |
      | an exact path that ends in a / | Exact                  | /foo/    | /foo/                          | /foo, /foo/bar           |
      | the controller's own way       | ImplementationSpecific | /foo     | /foo, /foo/bar                 | /bar, /FOO               |

  @requires-ingress-path-elements
  Scenario Outline: A prefix is made of whole elements, and a slash at its end does not count
    Given the Service "web" with an echo server behind it
    When this manifest is applied:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: path
      spec:
        rules:
          - host: path.{namespace}.example
            http:
              paths:
                - path: <path>
                  pathType: Prefix
                  backend: {service: {name: web, port: {number: 8080}}}
      """
    Then of "path.{namespace}.example" these paths are answered by "web": "<answered>", and these are not found: "<not found>"

    Examples:
      | what                                        | path      | answered              | not found             |
      | an element is not the beginning of another  | /foo      | /foo, /foo/bar        | /foobar, /foo.bar     |
      | nor at the second place                     | /aaa/bbb  | /aaa/bbb/ccc          | /aaa/bbbxyz, /aaa/bb  |
      | the prefix ends in a slash, the path need not | /foo/     | /foo, /foo/, /foo/bar | /foobar               |

  Scenario: Of several prefixes the longest is taken
    Given these Services, each with an echo server behind it:
      | service |
      | root    |
      | aaa     |
      | bbb     |
    When this manifest is applied:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: nested
      spec:
        rules:
          - host: nested.{namespace}.example
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: root, port: {number: 8080}}}
                - path: /aaa
                  pathType: Prefix
                  backend: {service: {name: aaa, port: {number: 8080}}}
                - path: /aaa/bbb
                  pathType: Prefix
                  backend: {service: {name: bbb, port: {number: 8080}}}
      """
    Then these requests are answered:
      | request                                   | answer |
      | http://nested.{namespace}.example/aaa/bbb | bbb    |
      | http://nested.{namespace}.example/aaa/ccc | aaa    |
      | http://nested.{namespace}.example/aaa     | aaa    |
      | http://nested.{namespace}.example/ccc     | root   |

  @requires-ingress-exact-first
  Scenario: An exact path comes before a prefix of the same length
    Given these Services, each with an echo server behind it:
      | service |
      | prefix  |
      | exact   |
    When this manifest is applied:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: both
      spec:
        rules:
          - host: both.{namespace}.example
            http:
              paths:
                - path: /foo
                  pathType: Prefix
                  backend: {service: {name: prefix, port: {number: 8080}}}
                - path: /foo
                  pathType: Exact
                  backend: {service: {name: exact, port: {number: 8080}}}
      """
    Then these requests are answered:
      | request                             | answer |
      | http://both.{namespace}.example/foo     | exact  |
      | http://both.{namespace}.example/foo/    | prefix |
      | http://both.{namespace}.example/foo/bar | prefix |
