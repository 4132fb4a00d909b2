@api-server @slide-apiserver-etcd
Feature: Deprecations
  Who tells you that what you use will go away?

  The API server, in the header Warning of its answer. The request is served all the same; kubectl prints the warning. Old and new stand side
  by side here.
  Reference: https://kubernetes.io/docs/reference/using-api/deprecation-guide/ and https://kubernetes.io/blog/2020/09/03/warnings/

  Background:
    Given a cluster

  @requires-kubernetes>=1.33
  Scenario: Endpoints are read with a warning, EndpointSlices without
    https://kubernetes.io/blog/2025/04/24/endpoints-deprecation/

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
      """
    And the Endpoints of the Service "web" comes to list:
      | endpoint | ready |
    Then the API server answers these requests, one after the other:
      | request                                                                | answer | answer holds      | warning                                                                       |
      | GET /api/v1/namespaces/{namespace}/endpoints/web                       | 200 OK | metadata.name=web | v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice   |
      | GET /apis/discovery.k8s.io/v1/namespaces/{namespace}/endpointslices    | 200 OK |                   |                                                                               |

  @requires-kubernetes>=1.36
  Scenario: A service with external IPs is stored with a warning
    Anyone who may write services can intercept other people's traffic with them (CVE-2020-8554).

    Then the API server answers these requests, one after the other:
      | request                                      | body                                                                                        | answer      | warning                        |
      | POST /api/v1/namespaces/{namespace}/services | {"metadata":{"name":"old"},"spec":{"externalIPs":["192.0.2.1"],"ports":[{"port":18099}]}}   | 201 Created | spec.externalIPs is deprecated |
      | POST /api/v1/namespaces/{namespace}/services | {"metadata":{"name":"new"},"spec":{"type":"NodePort","ports":[{"port":18099}]}}             | 201 Created |                                |

  @requires-kubernetes>=1.35
  Scenario: PreferClose has got a clearer name, and warns under the old one
    https://kubernetes.io/docs/concepts/services-networking/service/#traffic-distribution

    Then the API server answers these requests, one after the other:
      | request                                      | body                                                                                                | answer      | warning                        |
      | POST /api/v1/namespaces/{namespace}/services | {"metadata":{"name":"old"},"spec":{"trafficDistribution":"PreferClose","ports":[{"port":80}]}}      | 201 Created | use "PreferSameZone"           |
      | POST /api/v1/namespaces/{namespace}/services | {"metadata":{"name":"new"},"spec":{"trafficDistribution":"PreferSameZone","ports":[{"port":80}]}}   | 201 Created |                                |
