@outages @dns @slide-coredns @own-cluster @restores-cluster @requires-component-control @requires-kit-access @requires-multi-node @requires-dns @requires-ingress
Feature: DNS server taken down
  What is the DNS server for? Take it down!

  Everything is where it was. Only its name is not known any more.
  Reference: https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/

  Scenario: The DNS server is stopped
    Given a cluster that gives up a silent node after 8 seconds
    And the Music resource is registered
    And everything a cluster is for is under way
    When the DNS server is stopped
    And so it stays until the pods of a dead node should run elsewhere
    When it comes back
    Then everything works again
    And nothing is lost, and no pod was started twice
