@controllers @slide-controllers
Feature: Certificates
  Who signs the certificate of a node that joins?

  kubeadm's line on the slide ends in a CertificateSigningRequest. One controller approves what a new node may have, another signs what is
  approved.
  Reference: https://kubernetes.io/docs/reference/access-authn-authz/certificate-signing-requests/ and upstream's
  "[sig-auth] Certificates API [Privileged:ClusterAdmin] should support CSR API operations [Conformance]"

  Background:
    Given a cluster

  Scenario: A node's certificate is approved by itself, and signed
    When somebody asks for the certificate "{namespace}-node":
      | common name             | organization | signer                                      |
      | system:node:{namespace} | system:nodes | kubernetes.io/kube-apiserver-client-kubelet |
    Then the CertificateSigningRequest "{namespace}-node" comes to have:
      | field                              | value        |
      | status.conditions[Approved].reason | AutoApproved |
    And the certificate "{namespace}-node" is issued:
      | common name             | organization | usable for  |
      | system:node:{namespace} | system:nodes | client auth |

  Scenario: A person's certificate is signed when an administrator has approved it
    Given somebody asks for the certificate "{namespace}-ana":
      | common name | organization | signer                              |
      | ana         | workshop     | kubernetes.io/kube-apiserver-client |
    And the CertificateSigningRequest "{namespace}-ana" comes to have:
      | field              | value |
      | status.certificate | none  |
      | status.conditions  | none  |
    When an administrator approves the certificate "{namespace}-ana"
    Then the certificate "{namespace}-ana" is issued:
      | common name | organization | usable for  |
      | ana         | workshop     | client auth |
