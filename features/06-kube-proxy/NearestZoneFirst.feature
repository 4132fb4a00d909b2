@kube-proxy @slide-kube-proxy @requires-node-access @requires-own-cluster
Feature: Nearest zone first
  Does a request have to pay for the way to another zone?

  Not if the service prefers its own. A controller writes into the EndpointSlice which zone is to use which pod; kube-proxy on each node goes
  by that. The annotation topology-mode, which did this before, guessed at the pods' load and often gave up.
  Reference: https://kubernetes.io/docs/concepts/services-networking/service/#traffic-distribution

  @requires-kubernetes>=1.33
  Scenario: A service that prefers what is close leads to the pods of the node's zone
    The clearer name, PreferSameZone, is from 1.34 on: see "Deprecations".

    Given a cluster with these nodes:
      | node  | labels                            |
      | node1 | topology.kubernetes.io/zone=north |
      | node2 | topology.kubernetes.io/zone=south |
    And these pods:
      | pod   | runs           | node  |
      | web-1 | serve-hostname | node1 |
      | web-2 | serve-hostname | node2 |
      | web-3 | serve-hostname | node2 |
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        trafficDistribution: PreferClose
        selector:
          app: serve-hostname
        ports:
          - port: 80
            targetPort: 8080
      """
    Then on "node1" the Service "web" comes to be these rules:
      | sent to           | goes to    | share |
      | cluster ip:80/tcp | web-1:8080 | all   |
    And on "node2" the Service "web" comes to be these rules:
      | sent to           | goes to    | share |
      | cluster ip:80/tcp | web-2:8080 | 1/2   |
      | cluster ip:80/tcp | web-3:8080 | 1/2   |
