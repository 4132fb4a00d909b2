@dns @slide-coredns @requires-dns
Feature: DNS answers
  What does an answer say, and how long is it valid?

  Background:
    Given a cluster
    And a toolbox "client" on "node1"

  Scenario: An answer may be kept for five seconds
    So that clients soon find a service that has moved. The slide's dig shows it: "echoserver.default.svc.cluster.local. 5 IN A".
    Reference: the option ttl of https://coredns.io/plugins/kubernetes/

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
          - name: http
            port: 8080
      """
    Then the pod "client" may keep these answers for so many seconds:
      | question                                            | type | seconds |
      | echoserver.{namespace}.svc.cluster.local            | A    | 5       |
      | _http._tcp.echoserver.{namespace}.svc.cluster.local | SRV  | 5       |

  Scenario: Whether a name is missing or only the record, the zone's SOA record comes along
    It names the authority for the zone, and says how long a negative answer may be cached.
    Reference: https://datatracker.ietf.org/doc/html/rfc2308#section-3

    Then the answer to the pod "client" says which zone has no more to say:
      | question                              | type | code     | zone          |
      | kubernetes.default.svc.cluster.local  | AAAA | NOERROR  | cluster.local |
      | nobody.{namespace}.svc.cluster.local  | A    | NXDOMAIN | cluster.local |
      | kubernetes.nowhere.svc.cluster.local  | A    | NXDOMAIN | cluster.local |

  Scenario: Names follow what happens to services and pods
    Within seconds: as soon as cached answers expire.
    Reference: upstream's "[sig-network] DNS should provide DNS for services [Conformance]"

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
        replicas: 1
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
    And DNS comes to tell the pod "client":
      | question                           | type | answer               |
      | band.{namespace}.svc.cluster.local | A    | {ip of pod player-0} |
    When the StatefulSet "player" is scaled to 2
    Then DNS comes to tell the pod "client":
      | question                           | type | answer                                     |
      | band.{namespace}.svc.cluster.local | A    | {ip of pod player-0}, {ip of pod player-1} |
    When the StatefulSet "player" is scaled to 0
    Then DNS comes to tell the pod "client":
      | question                           | type | answer       |
      | band.{namespace}.svc.cluster.local | A    | no such name |
    When the Service "band" is deleted
    And this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: band
      spec:
        selector:
          app: band
        ports:
          - port: 80
      """
    Then DNS comes to tell the pod "client":
      | question                           | type | answer               |
      | band.{namespace}.svc.cluster.local | A    | {ip of service band} |

  Scenario: What doesn't fit into a datagram comes whole by TCP
    Reference: https://datatracker.ietf.org/doc/html/rfc7766#section-5

    Given the Service "crowd" stands for 100 addresses
    Then by "TCP" the pod "client" is told 100 records, by "UDP" fewer, but some:
      | question                            | type |
      | crowd.{namespace}.svc.cluster.local | A    |

  Scenario: DNS says which version of its specification it follows
    Reference: section 2.2 of the specification

    Then DNS comes to tell the pod "client":
      | question                  | type | answer  |
      | dns-version.cluster.local | TXT  | "1.1.0" |
