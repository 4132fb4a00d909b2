@controllers @slide-controllers @requires-load-balancer @requires-kit-access
Feature: Load balancers
  How does somebody outside get to my Service?

  One Service of type LoadBalancer, one new load balancer: a controller asks the cloud for an address and writes it into the Service's status.
  Where there is no cloud, somebody else's computer has to do: on the kit's own node image a node takes the address onto its network.
  "This machine" is the one that runs the kit, outside of the cluster.
  Reference: https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer,
  https://kubernetes.io/docs/tasks/access-application-cluster/create-external-load-balancer/ and upstream's
  "[sig-network] LoadBalancers should be able to change the type and ports of a TCP service" and "… of a UDP service"

  Background:
    Given a cluster with these nodes:
      | node  | labels   |
      | node1 | disk=hdd |
      | node2 | disk=ssd |

  Scenario: One Service of type LoadBalancer, one address that answers outside and inside
    Given these pods:
      | pod    | runs        | node  |
      | echo   | echo server | node2 |
      | client | toolbox     | node1 |
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        type: LoadBalancer
        selector:
          app: echoserver
        ports:
          - port: 34571
            targetPort: 8080
      """
    Then the Service "shop" is given an address outside of the cluster's own ranges, and a node port for each of its ports
    And soon these requests go like this:
      | from         | to                                   | answered by |
      | this machine | http://{external ip of shop}:34571/  | echo        |
      | client       | http://{external ip of shop}:34571/  | echo        |
      | node1        | http://{external ip of shop}:34571/  | echo        |

  Scenario: UDP is carried too
    Given these pods:
      | pod  | runs               | node  |
      | echo | echo server by UDP | node2 |
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: radio
      spec:
        type: LoadBalancer
        selector:
          app: echoserver-udp
        ports:
          - port: 34572
            targetPort: 8069
            protocol: UDP
      """
    Then the Service "radio" is given an address outside of the cluster's own ranges, and a node port for each of its ports
    And soon these requests go like this:
      | from         | to                                       | answered by |
      | this machine | udp://{external ip of radio}:34572/song  | echo        |

  Scenario: When the Service moves to another port, so does its load balancer
    Given these pods:
      | pod  | runs        | node  |
      | echo | echo server | node2 |
    And this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        type: LoadBalancer
        selector:
          app: echoserver
        ports:
          - port: 34573
            targetPort: 8080
      """
    And soon these requests go like this:
      | from         | to                                  | answered by |
      | this machine | http://{external ip of shop}:34573/ | echo        |
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        type: LoadBalancer
        selector:
          app: echoserver
        ports:
          - port: 34574
            targetPort: 8080
      """
    Then soon these requests go like this:
      | from         | to                                  | answered by |
      | this machine | http://{external ip of shop}:34574/ | echo        |
      | this machine | http://{external ip of shop}:34573/ | nobody      |

  Scenario: A Service that needs no load balancer any more gives its address back
    Given these pods:
      | pod    | runs        | node  |
      | echo   | echo server | node2 |
      | client | toolbox     | node1 |
    And this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        type: LoadBalancer
        selector:
          app: echoserver
        ports:
          - port: 34575
            targetPort: 8080
      """
    And soon these requests go like this:
      | from         | to                                  | answered by |
      | this machine | http://{external ip of shop}:34575/ | echo        |
    When the Service "shop" is changed:
      """yaml
      spec:
        type: ClusterIP
      """
    Then the Service "shop" comes to have:
      | field                       | value |
      | status.loadBalancer.ingress | none  |
    And soon these requests go like this:
      | from         | to                                  | answered by |
      | this machine | http://{external ip of shop}:34575/ | nobody      |
      | client       | http://{ip of service shop}:34575/  | echo        |

  Scenario: With externalTrafficPolicy Local the load balancer asks each node whether it has a pod
    Given these pods:
      | pod  | runs        | node  |
      | echo | echo server | node2 |
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        type: LoadBalancer
        externalTrafficPolicy: Local
        selector:
          app: echoserver
        ports:
          - port: 34576
            targetPort: 8080
      """
    Then each node comes to tell the load balancer how many pods of the Service "shop" it has:
      | node  | pods |
      | node1 | 0    |
      | node2 | 1    |
    And soon these requests go like this:
      | from         | to                                  | answered by |
      | this machine | http://{external ip of shop}:34576/ | echo        |
