@dns @slide-coredns
Feature: Names of pods
  What does a pod call itself, and where does it look for others?

  A pod's name is its host name, and three search domains are in its resolver configuration. A pod can ask for more of both than it used to.
  Reference: https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/

  Background:
    Given a cluster

  Scenario: Unless it asks for more, a pod's host name is its own name
    When the pod "mario" is created
    Then the pod "mario" becomes Ready
    And these commands run in the pod "mario":
      | command  | prints |
      | hostname | mario  |

  Scenario: A pod can take its whole DNS name as its host name
    Old programs ask for their host name and expect all of it.
    https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-sethostnameasfqdn-field

    When the pod "mario" is created:
      """yaml
      hostname: mario
      subdomain: band
      setHostnameAsFQDN: true
      """
    Then the pod "mario" becomes Ready
    And these commands run in the pod "mario":
      | command  | prints                                   |
      | hostname | mario.band.{namespace}.svc.cluster.local |

  @requires-kubernetes>=1.35
  Scenario: A pod can take any host name
    It need not have to do with the cluster's DNS. Nobody else learns of it.
    https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-hostname-and-subdomain-field

    When the pod "mario" is created:
      """yaml
      hostnameOverride: plumber.example.org
      """
    Then the pod "mario" becomes Ready
    And these commands run in the pod "mario":
      | command  | prints              |
      | hostname | plumber.example.org |

  @requires-kubernetes>=1.28
  Scenario: A pod may search in more than six domains
    Six was the limit of an old C library.
    https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#dns-search-domain-list-limits

    When the pod "mario" is created:
      """yaml
      dnsPolicy: None
      dnsConfig:
        nameservers: [192.0.2.53]
        searches: [a.test, b.test, c.test, d.test, e.test, f.test, g.test, h.test]
      """
    Then the pod "mario" becomes Ready
    And these commands run in the pod "mario":
      | command                                 | prints                                                  |
      | sed -n 's/^search //p' /etc/resolv.conf | a.test b.test c.test d.test e.test f.test g.test h.test |

  @requires-kubernetes>=1.34
  Scenario: A search domain may have names with underscores, as service records do
    https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-dns-config

    When the pod "mario" is created:
      """yaml
      dnsPolicy: None
      dnsConfig:
        nameservers: [192.0.2.53]
        searches: [_tcp.example.org]
      """
    Then the pod "mario" becomes Ready
    And these commands run in the pod "mario":
      | command                                 | prints           |
      | sed -n 's/^search //p' /etc/resolv.conf | _tcp.example.org |
