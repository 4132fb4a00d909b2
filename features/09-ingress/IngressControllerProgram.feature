@ingress @slide-ingress @requires-kit-access @requires-haproxy-program @requires-multi-node
Feature: Ingress controller program
  Must the ingress controller run inside the cluster?

  No. It reads Ingresses from the API server and writes a configuration for HAProxy, wherever that runs. Here both run outside the cluster,
  on the kit's machine, with a class of their own. That machine has no routes to pods, so the backend is a program on a node.
  Reference: https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class and
  https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination

  Scenario: Beside the cluster it serves as inside, and told to stop it ends
    Given a cluster
    And these pods:
      | pod | runs                              | node  |
      | web | echo server in the node's network | node2 |
    And this manifest is applied:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: IngressClass
      metadata:
        name: "{namespace}"
      spec:
        controller: estaleiro.io/program
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        selector: {app: echoserver}
        ports:
          - port: 80
            targetPort: 18080
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: web
      spec:
        ingressClassName: "{namespace}"
        rules:
          - host: web.{namespace}.example
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend: {service: {name: web, port: {number: 80}}}
                - path: /empty
                  pathType: Prefix
                  backend: {service: {name: nobody, port: {number: 80}}}
      """
    And the ingress controller runs as a program of its own, for the IngressClass "{namespace}", and is asked from here on
    Then these requests are answered:
      | request                              | answer |
      | http://web.{namespace}.example/      | web    |
      | https://web.{namespace}.example/     | web    |
      | http://web.{namespace}.example/empty | 503    |
      | http://stranger.example/             | 404    |
    When the program is sent the signal SIGTERM
    Then the program ends by itself, with the exit code 0
    And nobody answers "http://web.{namespace}.example/" any more
