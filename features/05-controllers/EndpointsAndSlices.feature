@controllers @slide-controllers
Feature: Endpoints and slices
  Who tells a Service which pods are behind it?

  Controllers watch Services and pods, and maintain the list of addresses that kube-proxy reads: those of the ready pods.
  Reference: https://kubernetes.io/docs/concepts/services-networking/service/#endpointslices and upstream's
  "[sig-network] EndpointSlice should create Endpoints and EndpointSlices for Pods matching a Service [Conformance]"

  Background:
    Given a cluster

  # upstream: [sig-network] EndpointsController should create Endpoints for Pods matching a Service [Conformance]
  # upstream: [sig-network] EndpointSlice should create Endpoints and EndpointSlices for Pods matching a Service [Conformance]
  Scenario Outline: A pod is listed as ready for as long as it says so
    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        selector:
          app: web
        ports:
          - port: 80
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        labels:
          app: web
      spec:
        containers:
          - name: web
            image: toolbox
            command: [sleep, infinity]
            readinessProbe:
              exec:
                command: [test, -f, /tmp/ready]
              periodSeconds: 1
              failureThreshold: 1
      """
    And the <kind> of the Service "web" comes to list:
      | endpoint | ready |
      | web      | no    |
    When the pod "web" says that it is ready
    Then the <kind> of the Service "web" comes to list:
      | endpoint | ready |
      | web      | yes   |
    When the pod "web" says that it is no longer ready
    Then the <kind> of the Service "web" comes to list:
      | endpoint | ready |
      | web      | no    |
    When the Pod "web" is deleted
    Then the <kind> of the Service "web" comes to list:
      | endpoint | ready |

    Examples:
      | kind          |
      | Endpoints     |
      | EndpointSlice |

  Scenario: The address of something outside the cluster is mirrored to a slice
    Reference: "[sig-network] EndpointSliceMirroring should mirror a custom Endpoints resource through create update and delete [Conformance]"

    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: mainframe
      spec:
        ports:
          - port: 80
      ---
      apiVersion: v1
      kind: Endpoints
      metadata:
        name: mainframe
      subsets:
        - addresses:
            - ip: 192.0.2.10
          ports:
            - port: 8080
      """
    Then the EndpointSlice of the Service "mainframe" comes to list:
      | endpoint   | ready |
      | 192.0.2.10 | yes   |

  @requires-load-balancer
  Scenario: A Service of type LoadBalancer gets an address
    Reference: https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer

    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: shop
      spec:
        type: LoadBalancer
        selector:
          app: shop
        ports:
          - port: 34567
      """
    Then the Service "shop" comes to have:
      | field                          | value    |
      | status.loadBalancer.ingress[0] | anything |
