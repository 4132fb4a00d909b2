@dns @slide-coredns @requires-dns
Feature: Service names
  Which address has this service?

  Addresses come and go, names stay. DNS makes both into one: every service has a name below svc.cluster.local, and whoever asks for it is told the
  address that the service has now.
  Reference: https://github.com/kubernetes/dns/blob/master/docs/specification.md and upstream's
  "[sig-network] DNS should provide DNS for services [Conformance]"

  Background:
    Given a cluster
    And a toolbox "client" on "node1"

  # upstream: [sig-network] DNS should provide DNS for services [Conformance]
  # Watch for: the question is asked inside the pod, and the answer is the address of the Service, not of a pod.
  @quick
  Scenario: A service is found by its name
    Given this manifest is applied:
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
    Then DNS comes to tell the pod "client":
      | question                                       | type | answer                     |
      | echoserver.{namespace}.svc.cluster.local       | A    | {ip of service echoserver} |
      | kubernetes.default.svc.cluster.local           | A    | {ip of the API server}     |

  Scenario: A service that has no IPv6 address is there all the same
    "nothing" is another answer than "no such name": who asked goes on with the address that there is.
    Reference: https://datatracker.ietf.org/doc/html/rfc2308#section-2.2

    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        selector:
          app: web
        ports:
          - port: 80
      """
    Then DNS comes to tell the pod "client":
      | question                               | type | answer              |
      | web.{namespace}.svc.cluster.local      | A    | {ip of service web} |
      | web.{namespace}.svc.cluster.local      | AAAA | nothing             |
      | web.{namespace}.svc.cluster.local      | TXT  | nothing             |
      | shop.{namespace}.svc.cluster.local     | A    | no such name        |
      | shop.{namespace}.svc.cluster.local     | AAAA | no such name        |

  Scenario: Upper case, lower case: it is the same name
    Reference: "All comparisons between query data and data in Kubernetes are case-insensitive", section 2.1 of the specification

    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        selector:
          app: web
        ports:
          - port: 80
      """
    Then DNS comes to tell the pod "client":
      | question                          | type | answer              |
      | WEB.{namespace}.Svc.Cluster.LOCAL | A    | {ip of service web} |

  # upstream: [sig-network] DNS should provide DNS for services [Conformance]
  Scenario: A headless service has no address of its own, its name leads to its pods
    Reference: section 2.4 of the specification

    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: band
      spec:
        clusterIP: None
        selector:
          app: band
        ports:
          - port: 80
      ---
      apiVersion: apps/v1
      kind: StatefulSet
      metadata:
        name: player
      spec:
        serviceName: band
        podManagementPolicy: Parallel
        replicas: 2
        selector:
          matchLabels:
            app: band
        template:
          metadata:
            labels:
              app: band
          spec:
            containers:
              - name: player
                image: toolbox
                command: [sleep, infinity]
      """
    When the 2 pods of the StatefulSet "player" become Ready
    Then DNS comes to tell the pod "client":
      | question                                    | type | answer                                       |
      | band.{namespace}.svc.cluster.local          | A    | {ip of pod player-0}, {ip of pod player-1}   |
      | player-0.band.{namespace}.svc.cluster.local | A    | {ip of pod player-0}                         |
      | player-1.band.{namespace}.svc.cluster.local | A    | {ip of pod player-1}                         |
      | player-2.band.{namespace}.svc.cluster.local | A    | no such name                                 |

  # upstream: [sig-network] DNS should provide DNS for services [Conformance]
  Scenario: A named port can be asked for
    An SRV record says behind which port of which name a service waits. A headless service has one for each of its pods.
    Reference: sections 2.3.2 and 2.4.2 of the specification

    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        selector:
          app: web
        ports:
          - name: http
            port: 80
          - name: metrics
            port: 9100
          - name: echo
            port: 7
            protocol: UDP
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: band
      spec:
        clusterIP: None
        selector:
          app: band
        ports:
          - name: http
            port: 8080
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: drummer
        labels:
          app: band
      spec:
        hostname: drummer
        subdomain: band
        containers:
          - name: drummer
            image: toolbox
            command: [sleep, infinity]
      """
    Then DNS comes to tell the pod "client":
      | question                                      | type | answer                                               |
      | _http._tcp.web.{namespace}.svc.cluster.local    | SRV  | 80 web.{namespace}.svc.cluster.local                 |
      | _metrics._tcp.web.{namespace}.svc.cluster.local | SRV  | 9100 web.{namespace}.svc.cluster.local               |
      | _echo._udp.web.{namespace}.svc.cluster.local    | SRV  | 7 web.{namespace}.svc.cluster.local                  |
      | _echo._tcp.web.{namespace}.svc.cluster.local    | SRV  | no such name                                         |
      | _http._tcp.band.{namespace}.svc.cluster.local   | SRV  | 8080 drummer.band.{namespace}.svc.cluster.local      |

  # upstream: [sig-network] DNS should provide DNS for services [Conformance]
  Scenario: An address leads back to the name
    Reference: section 2.3.3 of the specification

    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        selector:
          app: web
        ports:
          - port: 80
      """
    Then DNS comes to tell the pod "client":
      | question                                    | type | answer                            |
      | {reversed ip of service web}.in-addr.arpa   | PTR  | web.{namespace}.svc.cluster.local |

  Scenario: A service can be another name for something outside, or inside
    Reference: section 2.5 of the specification and upstream's
    "[sig-network] DNS should provide DNS for ExternalName services [Conformance]"

    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: mainframe
      spec:
        type: ExternalName
        externalName: mainframe.{namespace}.test
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        type: ExternalName
        externalName: web.{namespace}.svc.cluster.local
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        selector:
          app: web
        ports:
          - port: 80
      """
    Then DNS comes to tell the pod "client":
      | question                                | type  | answer                            |
      | mainframe.{namespace}.svc.cluster.local | CNAME | mainframe.{namespace}.test        |
      | shop.{namespace}.svc.cluster.local      | CNAME | web.{namespace}.svc.cluster.local |
      | shop.{namespace}.svc.cluster.local      | A     | {ip of service web}               |
