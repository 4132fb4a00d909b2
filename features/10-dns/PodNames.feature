@dns @slide-coredns @requires-dns
Feature: Pod names
  Do pods have names too?

  They do, if a headless service gives them one. The name belongs to the pod's position, not to its address.
  Reference: https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pods and upstream's
  "[sig-network] DNS should provide DNS for pods for Hostname [Conformance]" and
  "[sig-network] DNS should provide DNS for pods for Subdomain [Conformance]"

  Background:
    Given a cluster
    And a toolbox "client" on "node1"

  # upstream: [sig-network] DNS should provide DNS for pods for Subdomain [Conformance]
  Scenario: A pod with a hostname and a subdomain is found by both, and back
    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: office
      spec:
        clusterIP: None
        selector:
          app: desk
        ports:
          - port: 80
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: somebody
        labels:
          app: desk
      spec:
        hostname: maria
        subdomain: office
        containers:
          - name: desk
            image: toolbox
            command: [sleep, infinity]
      """
    Then DNS comes to tell the pod "client":
      | question                                     | type | answer                                   |
      | maria.office.{namespace}.svc.cluster.local    | A    | {ip of pod somebody}                     |
      | office.{namespace}.svc.cluster.local          | A    | {ip of pod somebody}                     |
      | {reversed ip of pod somebody}.in-addr.arpa    | PTR  | maria.office.{namespace}.svc.cluster.local |
      | somebody.office.{namespace}.svc.cluster.local | A    | no such name                             |

  Scenario: Every pod has a name made of its address
    An old kind of name that tells the client nothing new. The specification keeps it, as deprecated.
    Reference: section 2.6 of the specification

    Then DNS comes to tell the pod "client":
      | question                                            | type | answer             |
      | {dashed ip of pod client}.{namespace}.pod.cluster.local | A    | {ip of pod client} |
      | client.{namespace}.pod.cluster.local                | A    | no such name       |

  Scenario: A pod that isn't ready has no name yet
    Reference: "ready" in section 2.1 of the specification

    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: crew
      spec:
        clusterIP: None
        selector:
          app: crew
        ports:
          - port: 80
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: late
        labels:
          app: crew
      spec:
        containers:
          - name: late
            image: toolbox
            command: [sleep, infinity]
            readinessProbe:
              exec:
                command: [test, -f, /tmp/ready]
              periodSeconds: 1
      """
    And the Endpoints of the Service "crew" comes to list:
      | endpoint | ready |
      | late     | no    |
    Then DNS comes to tell the pod "client":
      | question                           | type | answer       |
      | crew.{namespace}.svc.cluster.local | A    | no such name |
    When the pod "late" says that it is ready
    Then DNS comes to tell the pod "client":
      | question                           | type | answer             |
      | crew.{namespace}.svc.cluster.local | A    | {ip of pod late}   |

  Scenario: A service may want its pods known before they are ready
    For pods that must find each other before they can become ready.
    Reference: publishNotReadyAddresses in
    https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/#ServiceSpec

    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: crew
      spec:
        clusterIP: None
        publishNotReadyAddresses: true
        selector:
          app: crew
        ports:
          - port: 80
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: never
        labels:
          app: crew
      spec:
        containers:
          - name: never
            image: toolbox
            command: [sleep, infinity]
            readinessProbe:
              exec:
                command: ["false"]
              periodSeconds: 1
      """
    Then DNS comes to tell the pod "client":
      | question                           | type | answer            |
      | crew.{namespace}.svc.cluster.local | A    | {ip of pod never} |
