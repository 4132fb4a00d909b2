@dns @slide-coredns @requires-dns
Feature: Pod names
  Do pods have names as well?

  They do, where a headless service gives them one. The name stays with the pod's place, not with its address.
  What must hold: https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pods and upstream's
  "[sig-network] DNS should provide DNS for pods for Hostname [Conformance]" and
  "[sig-network] DNS should provide DNS for pods for Subdomain [Conformance]"

  Background:
    Given a cluster
    And a toolbox "client" on "node1"

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
    An old kind of name, which says nothing that the asker does not know already. The specification keeps it, and calls it deprecated.
    What must hold: section 2.6 of the specification

    Then DNS comes to tell the pod "client":
      | question                                            | type | answer             |
      | {dashed ip of pod client}.{namespace}.pod.cluster.local | A    | {ip of pod client} |
      | client.{namespace}.pod.cluster.local                | A    | no such name       |
