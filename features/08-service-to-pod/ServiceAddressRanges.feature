@service-to-pod @slide-svc2pod @own-cluster @requires-own-cluster
Feature: Service address ranges
  Where does a service's address come from, and what if there are none left?

  From a range that used to be a flag of the API server, for ever. Since 1.33 ranges are objects: one can be added while the cluster runs, and
  each address is an object as well, which nobody else can take.
  Reference: https://kubernetes.io/docs/tasks/network/extend-service-ip-ranges/ and
  https://kubernetes.io/docs/concepts/services-networking/dual-stack/

  @requires-kubernetes>=1.33
  Scenario: A range is added, a service uses it, and it cannot go before the service
    Given a cluster
    And these pods:
      | pod    | runs           | node  |
      | web    | serve-hostname | node2 |
      | client | toolbox        | node1 |
    And the API server answers these requests, one after the other:
      | request                                                 | body                                                                                     | answer                   | answer holds                              |
      | POST /api/v1/namespaces/{namespace}/services?dryRun=All | {"metadata":{"name":"web"},"spec":{"clusterIP":"10.77.0.5","ports":[{"port":80}]}}        | 422 Unprocessable Entity | details.causes.field=spec.clusterIPs      |
    When this manifest is applied:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: ServiceCIDR
      metadata:
        name: "{namespace}-more"
      spec:
        cidrs: [10.77.0.0/28]
      """
    And the ServiceCIDR "{namespace}-more" comes to have:
      | field                           | value |
      | status.conditions[Ready].status | True  |
    And soon the API server answers this request like this:
      | request                                                 | body                                                                                     | answer      |
      | POST /api/v1/namespaces/{namespace}/services?dryRun=All | {"metadata":{"name":"web"},"spec":{"clusterIP":"10.77.0.5","ports":[{"port":80}]}}        | 201 Created |
    And this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        clusterIP: 10.77.0.5
        selector:
          app: serve-hostname
        ports:
          - port: 80
            targetPort: 8080
      """
    Then soon these requests go like this:
      | from   | to                | answered by |
      | client | http://10.77.0.5/ | web         |
    And the IPAddress "10.77.0.5" comes to have:
      | field                    | value    |
      | spec.parentRef.resource  | services |
      | spec.parentRef.name      | web      |
    When the ServiceCIDR "{namespace}-more" is deleted
    Then the ServiceCIDR "{namespace}-more" comes to have:
      | field                           | value       |
      | status.conditions[Ready].status | False       |
      | status.conditions[Ready].reason | Terminating |
    When the Service "web" is deleted
    Then the IPAddress "10.77.0.5" disappears
    And the ServiceCIDR "{namespace}-more" disappears

  @requires-kubernetes>=1.23
  Scenario: Where there are ranges of both families, a service can have an address of each
    Its pods need not have both: what has no pod behind it is refused.

    Given a cluster with these component arguments:
      | component      | argument                                                |
      | kube-apiserver | service-cluster-ip-range=10.43.0.0/16,fd00:43::/112     |
    Then the API server answers these requests, one after the other:
      | request                                      | body                                                                                                        | answer      | answer holds                                                       |
      | POST /api/v1/namespaces/{namespace}/services | {"metadata":{"name":"old"},"spec":{"ports":[{"port":80}]}}                                                  | 201 Created | spec.ipFamilies=IPv4; spec.ipFamilyPolicy=SingleStack              |
      | POST /api/v1/namespaces/{namespace}/services | {"metadata":{"name":"new"},"spec":{"ipFamilyPolicy":"RequireDualStack","ports":[{"port":80}]}}              | 201 Created | spec.ipFamilies=IPv4 IPv6; spec.ipFamilyPolicy=RequireDualStack    |
      | POST /api/v1/namespaces/{namespace}/services | {"metadata":{"name":"six"},"spec":{"ipFamilies":["IPv6"],"ports":[{"port":80}]}}                            | 201 Created | spec.ipFamilies=IPv6; spec.ipFamilyPolicy=SingleStack              |

  @requires-kubernetes>=1.23
  Scenario: Where there is one family, a service may prefer both but cannot require them
    Given a cluster
    Then the API server answers these requests, one after the other:
      | request                                      | body                                                                                                        | answer                   | answer holds                                                       |
      | POST /api/v1/namespaces/{namespace}/services | {"metadata":{"name":"new"},"spec":{"ipFamilyPolicy":"PreferDualStack","ports":[{"port":80}]}}               | 201 Created              | spec.ipFamilies=IPv4; spec.ipFamilyPolicy=PreferDualStack          |
      | POST /api/v1/namespaces/{namespace}/services | {"metadata":{"name":"both"},"spec":{"ipFamilyPolicy":"RequireDualStack","ports":[{"port":80}]}}             | 422 Unprocessable Entity | details.causes.field=spec.ipFamilyPolicy                          |
