@kube-proxy @slide-kube-proxy @requires-node-rules
Feature: Kube-proxy down
  What is kube-proxy for? Take it down!

  The rules are in the kernel: they keep working without kube-proxy. But they are a snapshot of the moment when it stopped.
  Reference: https://kubernetes.io/docs/reference/networking/virtual-ips/

  @own-cluster @restores-cluster @requires-component-control
  Scenario: Without kube-proxy known services go on, new ones never come, and pods that are gone are still asked
    Given a cluster with these nodes:
      | node  | labels   |
      | node1 | disk=hdd |
      | node2 | disk=ssd |
    And these pods:
      | pod    | runs           | node  |
      | web-1  | serve-hostname | node2 |
      | web-2  | serve-hostname | node2 |
      | client | toolbox        | node1 |
    And this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: old
      spec:
        selector:
          app: serve-hostname
        ports:
          - port: 80
            targetPort: 8080
      """
    And on every node the Service "old" comes to be these rules:
      | sent to           | goes to    | share |
      | cluster ip:80/tcp | web-1:8080 | 1/2   |
      | cluster ip:80/tcp | web-2:8080 | 1/2   |
    When kube-proxy is stopped on the server node
    And this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: new
      spec:
        selector:
          app: serve-hostname
        ports:
          - port: 80
            targetPort: 8080
      """
    And the Pod "web-2" is deleted
    Then on "node2" the Service "new" comes to be these rules:
      | sent to           | goes to    | share |
      | cluster ip:80/tcp | web-1:8080 | all   |
    And on "node1" the Service "new" is no rule
    And on "node1" the Service "old" comes to be these rules:
      | sent to           | goes to    | share |
      | cluster ip:80/tcp | web-1:8080 | 1/2   |
      | cluster ip:80/tcp | web-2:8080 | 1/2   |
    And soon these requests go like this:
      | from   | to                          | answered by |
      | client | http://{ip of service old}/ | web-1       |
      | client | http://{ip of service old}/ | nobody      |
      | client | http://{ip of service new}/ | nobody      |
    When kube-proxy is started again on the server node
    Then on every node the Service "new" comes to be these rules:
      | sent to           | goes to    | share |
      | cluster ip:80/tcp | web-1:8080 | all   |
    And on every node the Service "old" comes to be these rules:
      | sent to           | goes to    | share |
      | cluster ip:80/tcp | web-1:8080 | all   |
    And soon these requests go like this:
      | from   | to                          | answered by |
      | client | http://{ip of service new}/ | web-1       |
