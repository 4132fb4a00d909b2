@dns @slide-coredns @requires-dns
Feature: Resolvers
  Who asks whom?

  The kubelet tells every pod which server to ask and which domains to search. The cluster's DNS forwards queries for other names.
  Reference: https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/ and upstream's
  "[sig-network] DNS should support configurable pod DNS nameservers [Conformance]"

  Background:
    Given a cluster

  # upstream: [sig-network] DNS should provide DNS for the cluster [Conformance]
  Scenario: A pod asks the cluster's DNS, and tries its own namespace first
    Given a toolbox "client" on "node1"
    And this manifest is applied:
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
    And DNS comes to tell the pod "client":
      | question                          | type | answer              |
      | web.{namespace}.svc.cluster.local | A    | {ip of service web} |
    Then the resolver configuration of the pod "client" says:
      | setting    | value                                                       |
      | nameserver | {ip of the DNS service}                                     |
      | search     | {namespace}.svc.cluster.local svc.cluster.local cluster.local |
      | options    | ndots:5                                                     |
    And programs in the pod "client" find:
      | name                | address              |
      | web                 | {ip of service web}  |
      | web.{namespace}     | {ip of service web}  |
      | web.{namespace}.svc | {ip of service web}  |
      | kubernetes.default  | {ip of the API server} |

  # upstream: [sig-network] DNS should support configurable pod DNS nameservers [Conformance]
  Scenario: A pod may ask somebody else, or try more domains
    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata:
        name: stranger
      spec:
        dnsPolicy: None
        dnsConfig:
          nameservers: [192.0.2.53]
          searches: [estaleiro.example]
          options:
            - name: ndots
              value: "2"
        containers:
          - name: stranger
            image: toolbox
            command: [sleep, infinity]
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: neighbour
      spec:
        dnsPolicy: ClusterFirst
        dnsConfig:
          searches: [default.svc.cluster.local]
        containers:
          - name: neighbour
            image: toolbox
            command: [sleep, infinity]
      """
    Then "status.phase" of the Pod "stranger" becomes "Running"
    And the resolver configuration of the pod "stranger" says:
      | setting    | value             |
      | nameserver | 192.0.2.53        |
      | search     | estaleiro.example |
      | options    | ndots:2           |
    And "status.phase" of the Pod "neighbour" becomes "Running"
    And programs in the pod "neighbour" find:
      | name       | address                |
      | kubernetes | {ip of the API server} |

  Scenario: With the policy Default a pod asks whom its node asks
    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata:
        name: islander
      spec:
        dnsPolicy: Default
        containers:
          - name: islander
            image: toolbox
            command: [sleep, infinity]
      """
    Then "status.phase" of the Pod "islander" becomes "Running"
    And the resolver configuration of the pod "islander" does not name "{ip of the DNS service}"
    And the resolver configuration of the pod "islander" does not name "{namespace}.svc.cluster.local"

  @requires-kit-access
  Scenario: What is not the cluster's is asked of somebody else, and kept
    On the slide: "forward . 8.8.8.8" and "cache 30". Here the spec starts a server that knows a name outside the cluster.
    Reference: https://coredns.io/plugins/forward/ and https://coredns.io/plugins/cache/

    Given a toolbox "client" on "node1"
    And somebody outside the cluster knows, for 30 seconds each:
      | name                 | address    |
      | www.{namespace}.test | 192.0.2.80 |
    And DNS is told to ask them for names of "{namespace}.test", and to keep what they say
    And this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: website
      spec:
        type: ExternalName
        externalName: www.{namespace}.test
      """
    When DNS comes to tell the pod "client":
      | question                              | type  | answer       |
      | www.{namespace}.test                  | A     | 192.0.2.80   |
      | www.{namespace}.test                  | A     | 192.0.2.80   |
      | mail.{namespace}.test                 | A     | no such name |
      | website.{namespace}.svc.cluster.local | CNAME | www.{namespace}.test |
    Then they were asked for "www.{namespace}.test" 1 time
