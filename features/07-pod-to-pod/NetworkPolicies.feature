@pod-to-pod @requires-network-policy
Feature: Network policies
  May every pod talk to every other?

  Yes, until a policy selects a pod. Then only the peers that it names may talk to the pod. The policy is just an object: enforcing it is up
  to the pod network.
  Reference: https://kubernetes.io/docs/concepts/services-networking/network-policies/ and upstream's
  "[sig-network] Netpol NetworkPolicy between server and client should enforce policy based on PodSelector"

  Scenario: A policy that admits nobody keeps everybody out, one that names a client lets it in
    Given a cluster with these nodes:
      | node  | labels   |
      | node1 | disk=hdd |
      | node2 | disk=ssd |
    And these pods:
      | pod      | runs           | node  |
      | web      | serve-hostname | node2 |
      | client   | toolbox        | node1 |
      | stranger | echo server    | node1 |
    And soon these requests go like this:
      | from     | to                           | answered by |
      | client   | http://{ip of pod web}:8080/ | web         |
      | stranger | http://{ip of pod web}:8080/ | web         |
    When this manifest is applied:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: nobody
      spec:
        podSelector:
          matchLabels:
            app: serve-hostname
        policyTypes: [Ingress]
      """
    Then soon these requests go like this:
      | from     | to                           | answered by |
      | client   | http://{ip of pod web}:8080/ | nobody      |
      | stranger | http://{ip of pod web}:8080/ | nobody      |
    When this manifest is applied:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: clients
      spec:
        podSelector:
          matchLabels:
            app: serve-hostname
        policyTypes: [Ingress]
        ingress:
          - from:
              - podSelector:
                  matchLabels:
                    app: toolbox
      """
    Then soon these requests go like this:
      | from     | to                           | answered by |
      | client   | http://{ip of pod web}:8080/ | web         |
      | stranger | http://{ip of pod web}:8080/ | nobody      |
