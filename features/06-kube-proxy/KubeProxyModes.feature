@kube-proxy @slide-kube-proxy @requires-node-access
Feature: Kube-proxy modes
  Does it matter which mode kube-proxy uses?

  Not to clients: a service leads to the same endpoints in the same shares. On the talk's slide kube-proxy used IPVS, which Kubernetes 1.35
  deprecated. Its successor is nftables, generally available since 1.33. iptables is still the default.
  Reference: https://kubernetes.io/docs/reference/networking/virtual-ips/#proxy-modes

  Scenario Outline: Whatever kube-proxy works with, a Service leads to the same endpoints
    Given a cluster whose kube-proxy works with <mode>
    And these pods:
      | pod    | runs           | node  |
      | web-1  | serve-hostname | node1 |
      | web-2  | serve-hostname | node2 |
      | client | toolbox        | node1 |
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        selector:
          app: serve-hostname
        ports:
          - port: 80
            targetPort: 8080
      """
    Then on every node the Service "web" comes to be these rules:
      | sent to           | goes to    | share |
      | cluster ip:80/tcp | web-1:8080 | 1/2   |
      | cluster ip:80/tcp | web-2:8080 | 1/2   |
    When the pod "client" requests "http://{ip of service web}/" 120 times
    Then these pods have answered, each about as often as the others:
      | pod   |
      | web-1 |
      | web-2 |

    Examples:
      | mode     |
      | iptables |

    @requires-ipvs @own-cluster
    Examples: as on the slide
      | mode |
      | IPVS |

    @requires-kubernetes>=1.31 @own-cluster
    Examples: the successor
      | mode     |
      | nftables |
