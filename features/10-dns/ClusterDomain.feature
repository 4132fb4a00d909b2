@dns @slide-coredns @requires-dns
Feature: Cluster domain
  Does it have to be cluster.local?

  "O sufixo cluster.local pode ser alterado" (the suffix can be changed): the kubelet and the DNS server must be given the same one.
  Reference: clusterDomain in https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/

  @own-cluster
  Scenario: A cluster's names may end in something else
    Given a cluster with the domain "estaleiro.example"
    And a toolbox "client" on "node1"
    Then the resolver configuration of the pod "client" says:
      | setting | value                                                                    |
      | search  | {namespace}.svc.estaleiro.example svc.estaleiro.example estaleiro.example |
    And DNS comes to tell the pod "client":
      | question                                 | type | answer                 |
      | kubernetes.default.svc.estaleiro.example | A    | {ip of the API server} |
      | {reversed ip of the API server}.in-addr.arpa | PTR | kubernetes.default.svc.estaleiro.example |
    And programs in the pod "client" find:
      | name               | address                |
      | kubernetes.default | {ip of the API server} |
