@api-server @slide-apiserver-etcd
Feature: Authorization
  May they?

  Nothing is allowed until a role allows it, and roles only ever add permissions. A Role holds rules; a binding grants it to a subject.
  Reference: https://kubernetes.io/docs/reference/access-authn-authz/rbac/

  Background:
    Given a cluster
    And a ServiceAccount "ana"

  Scenario: Nothing is allowed by default
    Then the API server answers these requests, one after the other:
      | as                 | request                                           | body                                | told before | answer        |
      | ServiceAccount ana | GET /api/v1/namespaces/{namespace}/configmaps      |                                     | no          | 403 Forbidden |
      | ServiceAccount ana | GET /api/v1/namespaces/{namespace}/configmaps/tune |                                     | no          | 403 Forbidden |
      | ServiceAccount ana | POST /api/v1/namespaces/{namespace}/configmaps     | {"metadata":{"name":"tune"}}        | no          | 403 Forbidden |
      | ServiceAccount ana | DELETE /api/v1/namespaces/{namespace}              |                                     | no          | 403 Forbidden |
      | ServiceAccount ana | GET /api/v1/nodes                                  |                                     | no          | 403 Forbidden |

  Scenario: A Role allows exactly its verbs on its resources
    Given this manifest is applied:
      """yaml
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: tune-writer
      rules:
        - apiGroups: [""]
          resources: [configmaps]
          verbs: [get, create]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: ana-writes-tunes
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: Role
        name: tune-writer
      subjects:
        - kind: ServiceAccount
          name: ana
          namespace: "{namespace}"
      """
    And the ServiceAccount "ana" may soon create configmaps
    Then the API server answers these requests, one after the other:
      | as                 | request                                              | body                         | told before | answer        |
      | ServiceAccount ana | POST /api/v1/namespaces/{namespace}/configmaps        | {"metadata":{"name":"tune"}} | yes         | 201 Created   |
      | ServiceAccount ana | GET /api/v1/namespaces/{namespace}/configmaps/tune    |                              | yes         | 200 OK        |
      | ServiceAccount ana | GET /api/v1/namespaces/{namespace}/configmaps         |                              | no          | 403 Forbidden |
      | ServiceAccount ana | PATCH /api/v1/namespaces/{namespace}/configmaps/tune  | {"data":{"volume":"11"}}     | no          | 403 Forbidden |
      | ServiceAccount ana | DELETE /api/v1/namespaces/{namespace}/configmaps/tune |                              | no          | 403 Forbidden |
      | ServiceAccount ana | POST /api/v1/namespaces/{namespace}/secrets           | {"metadata":{"name":"tune"}} | no          | 403 Forbidden |

  Scenario: A RoleBinding gives a ClusterRole in one namespace, a ClusterRoleBinding in all
    Given a ServiceAccount "bia"
    And this manifest is applied:
      """yaml
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: "{namespace}-tune-reader"
      rules:
        - apiGroups: [""]
          resources: [configmaps]
          verbs: [list]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: ana-reads-tunes
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: "{namespace}-tune-reader"
      subjects:
        - kind: ServiceAccount
          name: ana
          namespace: "{namespace}"
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata:
        name: "{namespace}-bia-reads-tunes"
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: "{namespace}-tune-reader"
      subjects:
        - kind: ServiceAccount
          name: bia
          namespace: "{namespace}"
      """
    And the ServiceAccount "ana" may soon list configmaps
    And the ServiceAccount "bia" may soon list configmaps
    Then the API server answers these requests, one after the other:
      | as                 | request                                       | told before | answer        |
      | ServiceAccount ana | GET /api/v1/namespaces/{namespace}/configmaps | yes         | 200 OK        |
      | ServiceAccount ana | GET /api/v1/namespaces/default/configmaps     | no          | 403 Forbidden |
      | ServiceAccount ana | GET /api/v1/configmaps                        | no          | 403 Forbidden |
      | ServiceAccount bia | GET /api/v1/namespaces/{namespace}/configmaps | yes         | 200 OK        |
      | ServiceAccount bia | GET /api/v1/namespaces/default/configmaps     | yes         | 200 OK        |
      | ServiceAccount bia | GET /api/v1/configmaps                        | yes         | 200 OK        |

  Scenario: A rule with resourceNames holds for the objects it names
    https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources
    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: mario
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: zelda
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata:
        name: mario-tuner
      rules:
        - apiGroups: [""]
          resources: [configmaps]
          resourceNames: [mario]
          verbs: [get, patch]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: ana-tunes-mario
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: Role
        name: mario-tuner
      subjects:
        - kind: ServiceAccount
          name: ana
          namespace: "{namespace}"
      """
    And the ServiceAccount "ana" may soon get configmaps/mario
    Then the API server answers these requests, one after the other:
      | as                 | request                                              | body                    | told before | answer        |
      | ServiceAccount ana | GET /api/v1/namespaces/{namespace}/configmaps/mario   |                         | yes         | 200 OK        |
      | ServiceAccount ana | PATCH /api/v1/namespaces/{namespace}/configmaps/mario | {"data":{"volume":"5"}} | yes         | 200 OK        |
      | ServiceAccount ana | GET /api/v1/namespaces/{namespace}/configmaps/zelda   |                         | no          | 403 Forbidden |
      | ServiceAccount ana | PATCH /api/v1/namespaces/{namespace}/configmaps/zelda | {"data":{"volume":"5"}} | no          | 403 Forbidden |
      | ServiceAccount ana | GET /api/v1/namespaces/{namespace}/configmaps         |                         | no          | 403 Forbidden |

  Scenario: A right that is taken away is gone
    Given this manifest is applied:
      """yaml
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: ana-views
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: view
      subjects:
        - kind: ServiceAccount
          name: ana
          namespace: "{namespace}"
      """
    And the ServiceAccount "ana" may soon list configmaps
    Then the API server answers these requests, one after the other:
      | as                 | request                                       | answer        |
      | ServiceAccount ana | GET /api/v1/namespaces/{namespace}/configmaps | 200 OK        |
    When the RoleBinding "ana-views" is deleted
    And the ServiceAccount "ana" may soon no longer list configmaps
    Then the API server answers these requests, one after the other:
      | as                 | request                                       | answer        |
      | ServiceAccount ana | GET /api/v1/namespaces/{namespace}/configmaps | 403 Forbidden |

  Scenario: A ClusterRole can be the sum of others
    https://kubernetes.io/docs/reference/access-authn-authz/rbac/#aggregated-clusterroles; a controller does the adding.
    Given this manifest is applied:
      """yaml
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: "{namespace}-musician"
      aggregationRule:
        clusterRoleSelectors:
          - matchLabels:
              musician-of: "{namespace}"
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: "{namespace}-reads-tunes"
        labels:
          musician-of: "{namespace}"
      rules:
        - apiGroups: [""]
          resources: [configmaps]
          verbs: [list]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: ana-is-a-musician
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: "{namespace}-musician"
      subjects:
        - kind: ServiceAccount
          name: ana
          namespace: "{namespace}"
      """
    When the ServiceAccount "ana" may soon list configmaps
    Then the API server answers these requests, one after the other:
      | as                 | request                                       | told before | answer        |
      | ServiceAccount ana | GET /api/v1/namespaces/{namespace}/configmaps | yes         | 200 OK        |
      | ServiceAccount ana | GET /api/v1/namespaces/{namespace}/services   | no          | 403 Forbidden |
    When this manifest is applied:
      """yaml
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: "{namespace}-reads-services"
        labels:
          musician-of: "{namespace}"
      rules:
        - apiGroups: [""]
          resources: [services]
          verbs: [list]
      """
    And the ServiceAccount "ana" may soon list services
    Then the API server answers these requests, one after the other:
      | as                 | request                                       | told before | answer        |
      | ServiceAccount ana | GET /api/v1/namespaces/{namespace}/services   | yes         | 200 OK        |

  Scenario: Nobody can give away more than they have
    https://kubernetes.io/docs/reference/access-authn-authz/rbac/#privilege-escalation-prevention-and-bootstrapping
    Given this manifest is applied:
      """yaml
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: ana-administers
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: admin
      subjects:
        - kind: ServiceAccount
          name: ana
          namespace: "{namespace}"
      """
    And the ServiceAccount "ana" may soon list configmaps
    Then the API server answers these requests, one after the other:
      | as                 | request                                                                       | body                                                                                                                                                                                                       | answer        |
      | ServiceAccount ana | POST /apis/rbac.authorization.k8s.io/v1/namespaces/{namespace}/roles          | {"metadata":{"name":"reader"},"rules":[{"apiGroups":[""],"resources":["configmaps"],"verbs":["list"]}]}                                                                                                    | 201 Created   |
      | ServiceAccount ana | POST /apis/rbac.authorization.k8s.io/v1/namespaces/{namespace}/roles          | {"metadata":{"name":"almighty"},"rules":[{"apiGroups":["*"],"resources":["*"],"verbs":["*"]}]}                                                                                                             | 403 Forbidden |
      | ServiceAccount ana | POST /apis/rbac.authorization.k8s.io/v1/namespaces/{namespace}/rolebindings   | {"metadata":{"name":"bia-administers"},"roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":"admin"},"subjects":[{"kind":"ServiceAccount","name":"bia","namespace":"{namespace}"}]} | 201 Created   |
      | ServiceAccount ana | POST /apis/rbac.authorization.k8s.io/v1/namespaces/{namespace}/rolebindings   | {"metadata":{"name":"bia-rules"},"roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":"cluster-admin"},"subjects":[{"kind":"ServiceAccount","name":"bia","namespace":"{namespace}"}]} | 403 Forbidden |

  Scenario Outline: Whoever asks beforehand whether they may is told the truth
    This uses the roles that every cluster has: https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles.
    Upstream: "[sig-auth] SelfSubjectAccessReview".
    Given this manifest is applied:
      """yaml
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: ana-has-a-role
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: <role>
      subjects:
        - kind: ServiceAccount
          name: ana
          namespace: "{namespace}"
      """
    And the ServiceAccount "ana" may soon list configmaps
    Then the API server answers these requests, one after the other:
      | as                 | request                                                              | body                                        | told before        | answer  |
      | ServiceAccount ana | GET /api/v1/namespaces/{namespace}/configmaps                        |                                             | yes                | as told |
      | ServiceAccount ana | POST /api/v1/namespaces/{namespace}/configmaps                       | {"metadata":{"name":"tune"}}                | <changes objects>  | as told |
      | ServiceAccount ana | GET /api/v1/namespaces/{namespace}/secrets                           |                                             | <sees secrets>     | as told |
      | ServiceAccount ana | POST /apis/rbac.authorization.k8s.io/v1/namespaces/{namespace}/roles | {"metadata":{"name":"nothing"},"rules":[]}  | <gives roles>      | as told |
      | ServiceAccount ana | GET /api/v1/nodes                                                    |                                             | no                 | as told |

    Examples:
      | role  | changes objects | sees secrets | gives roles |
      | view  | no              | no           | no          |
      | edit  | yes             | yes          | no          |
      | admin | yes             | yes          | yes         |
