@api-server @slide-apiserver-etcd
Feature: Priority and fairness
  Can a client that asks too much take the API server away from everybody else?

  Not from everybody: the API server sorts requests by FlowSchemas into priority levels, each with seats of its own, and says in the headers
  of every answer how it sorted the request.
  Reference: https://kubernetes.io/docs/concepts/cluster-administration/flow-control/

  Background:
    Given a cluster
    And a ServiceAccount "ana"

  @requires-kubernetes>=1.29
  Scenario: Every answer says by which rule its request was sorted
    Watch for: administrators are exempt, so that somebody can still act when all other seats are taken.

    Then soon the API server sorts these requests like this:
      | as                          | request                                       | FlowSchema       | priority level |
      | administrator               | GET /api/v1/namespaces/{namespace}/configmaps | exempt           | exempt         |
      | ServiceAccount ana          | GET /api/v1/namespaces/{namespace}/configmaps | service-accounts | workload-low   |
      | ServiceAccount ana          | GET /livez                                    | probes           | exempt         |
      | administrator as user bia   | GET /api/v1/namespaces/{namespace}/configmaps | global-default   | global-default |

  @requires-kubernetes>=1.29
  Scenario: A client that is known to ask much gets a level of its own
    Given this manifest is applied:
      """yaml
      apiVersion: flowcontrol.apiserver.k8s.io/v1
      kind: PriorityLevelConfiguration
      metadata:
        name: "{namespace}-back-row"
      spec:
        type: Limited
        limited:
          nominalConcurrencyShares: 1
          limitResponse:
            type: Reject
      ---
      apiVersion: flowcontrol.apiserver.k8s.io/v1
      kind: FlowSchema
      metadata:
        name: "{namespace}-ana"
      spec:
        priorityLevelConfiguration:
          name: "{namespace}-back-row"
        matchingPrecedence: 500
        distinguisherMethod:
          type: ByNamespace
        rules:
          - subjects:
              - kind: ServiceAccount
                serviceAccount:
                  name: ana
                  namespace: "{namespace}"
            resourceRules:
              - apiGroups: [""]
                resources: [configmaps]
                verbs: ["*"]
                namespaces: ["*"]
      """
    Then soon the API server sorts these requests like this:
      | as                 | request                                       | FlowSchema       | priority level        |
      | ServiceAccount ana | GET /api/v1/namespaces/{namespace}/configmaps | {namespace}-ana  | {namespace}-back-row  |
      | ServiceAccount ana | GET /api/v1/namespaces/{namespace}/secrets    | service-accounts | workload-low          |
