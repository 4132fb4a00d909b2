@kube-proxy @slide-kube-proxy @requires-node-access @requires-multi-node
Feature: Nearest first
  Does a request have to leave its node?

  By default any pod behind a service may get it, wherever it runs. A service can prefer those that are near, or insist on them. Both are
  about traffic from inside the cluster; externalTrafficPolicy is about traffic from outside.
  Reference: https://kubernetes.io/docs/reference/networking/virtual-ips/#traffic-policies and
  https://kubernetes.io/docs/reference/networking/virtual-ips/#traffic-distribution

  Background:
    Given a cluster with these nodes:
      | node  | labels   |
      | node1 | disk=hdd |
      | node2 | disk=ssd |

  Scenario: Unless it says more, a service leads from every node to all of its pods
    As ever. Compare the next scenario.

    Given these pods:
      | pod   | runs           | node  |
      | web-1 | serve-hostname | node1 |
      | web-2 | serve-hostname | node2 |
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

  @requires-kubernetes>=1.35
  Scenario: A service that prefers the same node leads to that node's pods
    It leads to those of other nodes where there is none: it is a preference.

    Given these pods:
      | pod   | runs           | node  |
      | web-1 | serve-hostname | node1 |
      | web-2 | serve-hostname | node2 |
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        trafficDistribution: PreferSameNode
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
      | cluster ip:80/tcp | web-2:8080 | all   |
    When the Pod "web-1" is deleted
    Then on every node the Service "web" comes to be these rules:
      | sent to           | goes to    | share |
      | cluster ip:80/tcp | web-2:8080 | all   |

  @requires-kubernetes>=1.26
  Scenario: A service that insists on its node drops what no pod there can take
    A preference falls back to other nodes; a policy doesn't. Made for agents that every node has.
    https://kubernetes.io/docs/concepts/services-networking/service-traffic-policy/

    Given these pods:
      | pod     | runs           | node  |
      | web     | serve-hostname | node2 |
      | here    | toolbox        | node2 |
      | there   | toolbox        | node1 |
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        internalTrafficPolicy: Local
        selector:
          app: serve-hostname
        ports:
          - port: 80
            targetPort: 8080
      """
    Then soon these requests go like this:
      | from  | to                          | answered by |
      | here  | http://{ip of service web}/ | web         |
      | there | http://{ip of service web}/ | silence     |
    When "spec.internalTrafficPolicy" of the Service "web" is set to "Cluster"
    Then soon these requests go like this:
      | from  | to                          | answered by |
      | here  | http://{ip of service web}/ | web         |
      | there | http://{ip of service web}/ | web         |

  @requires-kubernetes>=1.28
  Scenario: The last pod serves on while it ends
    It used to leave the rules as soon as it was asked to stop: what came in the meantime was refused. Its preStop hook keeps it alive here.
    https://kubernetes.io/docs/reference/networking/virtual-ips/#traffic-to-terminating-endpoints

    Given these pods:
      | pod    | runs    | node  |
      | client | toolbox | node1 |
    And this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        labels:
          app: web
      spec:
        nodeName: node2
        terminationGracePeriodSeconds: 600
        containers:
          - name: web
            image: toolbox
            command: [sh, -c, "mkdir /tmp/www; hostname > /tmp/www/index.html; exec httpd -f -p 8080 -h /tmp/www"]
            lifecycle:
              preStop:
                exec: { command: [sleep, "600"] }
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        selector:
          app: web
        ports:
          - port: 80
            targetPort: 8080
      """
    And soon these requests go like this:
      | from   | to                          | answered by |
      | client | http://{ip of service web}/ | web         |
    When the Pod "web" is deleted
    Then the EndpointSlice of the Service "web" comes to list:
      | endpoint | ready |
      | web      | no    |
    And on every node the Service "web" comes to be these rules:
      | sent to           | goes to  | share |
      | cluster ip:80/tcp | web:8080 | all   |
    When the pod "client" requests "http://{ip of service web}/" 20 times
    Then all answers came from one pod
