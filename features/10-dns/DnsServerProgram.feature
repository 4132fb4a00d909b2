@dns @slide-coredns
Feature: DNS server program
  Does DNS have to run inside the cluster?

  No, as long as pods can reach it. All it needs is the address of an API server and permission to read services and their endpoints. Here
  it runs outside the cluster, as a separate program, until it is stopped.
  Reference: https://github.com/kubernetes/dns/blob/master/docs/specification.md and
  https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination

  Scenario: Beside the cluster it answers as inside, and told to stop it ends
    Given a cluster
    And this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        ports:
          - name: http
            port: 80
      """
    And the DNS server runs as a program of its own
    Then the program answers these questions:
      | question                                     | type | answer                                 |
      | web.{namespace}.svc.cluster.local            | A    | {ip of service web}                    |
      | web.{namespace}.svc.cluster.local            | AAAA | nothing                                |
      | nobody.{namespace}.svc.cluster.local         | A    | no such name                           |
      | _http._tcp.web.{namespace}.svc.cluster.local | SRV  | 80 web.{namespace}.svc.cluster.local   |
    When the program is sent the signal SIGTERM
    Then the program ends by itself, with the exit code 0
