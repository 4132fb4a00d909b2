@api-server @slide-apiserver-etcd @own-cluster @requires-component-control @requires-node-access
Feature: Authorization in a file
  Can the API server ask somebody else, but only about some requests?

  One flag could name one webhook, which was asked about everything, the API server's own requests included. A file names any number, in order,
  and for each the conditions under which it is asked at all.
  Reference: https://kubernetes.io/docs/reference/access-authn-authz/authorization/#using-configuration-file-for-authorization and
  https://kubernetes.io/docs/reference/access-authn-authz/authentication/#using-authentication-configuration

  Background:
    Given a cluster

  @requires-kubernetes>=1.32
  Scenario: A condition says which requests a webhook is asked about
    Nobody answers at the webhook's address, and it fails closed: what it is asked about is not served. All else goes on.

    When this manifest is applied:
      """yaml
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: bia-and-caetano-view
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: view
      subjects:
        - apiGroup: rbac.authorization.k8s.io
          kind: User
          name: bia
        - apiGroup: rbac.authorization.k8s.io
          kind: User
          name: caetano
      """
    And the file "/etc/estaleiro/webhook.yaml" on the server node says:
      """yaml
      apiVersion: v1
      kind: Config
      clusters: [{ name: webhook, cluster: { server: "https://127.0.0.1:9", insecure-skip-tls-verify: true } }]
      users: [{ name: api-server }]
      contexts: [{ name: webhook, context: { cluster: webhook, user: api-server } }]
      current-context: webhook
      """
    And the component "kube-apiserver" is restarted with this file as its "authorization-config", in the place of its "authorization-mode":
      """yaml
      apiVersion: apiserver.config.k8s.io/v1
      kind: AuthorizationConfiguration
      authorizers:
        - type: Webhook
          name: guests
          webhook:
            timeout: 1s
            authorizedTTL: 10s
            unauthorizedTTL: 10s
            subjectAccessReviewVersion: v1
            matchConditionSubjectAccessReviewVersion: v1
            failurePolicy: Deny
            connectionInfo:
              type: KubeConfigFile
              kubeConfigFile: /etc/estaleiro/webhook.yaml
            matchConditions:
              - expression: request.user == 'caetano'
              - expression: has(request.resourceAttributes) && request.resourceAttributes.resource == 'configmaps'
        - type: Node
          name: node
        - type: RBAC
          name: rbac
      """
    Then the API server answers these requests, one after the other:
      | as                            | request                                       | answer        |
      | administrator                 | GET /api/v1/namespaces/{namespace}/configmaps | 200 OK        |
      | administrator as user bia     | GET /api/v1/namespaces/{namespace}/configmaps | 200 OK        |
      | administrator as user caetano | GET /api/v1/namespaces/{namespace}/configmaps | 500 Internal Server Error |
      | administrator as user caetano | GET /api/v1/namespaces/{namespace}/services   | 200 OK        |

  @requires-kubernetes>=1.34
  Scenario: A file says what may be asked without credentials
    With the flag, anonymous requests were allowed everywhere or nowhere.

    When the component "kube-apiserver" is restarted with this file as its "authentication-config", in the place of its "anonymous-auth":
      """yaml
      apiVersion: apiserver.config.k8s.io/v1
      kind: AuthenticationConfiguration
      anonymous:
        enabled: true
        conditions:
          - path: /livez
      """
    Then the API server answers these requests, one after the other:
      | as            | request                                       | answer           |
      | nobody        | GET /livez                                    | 200 OK           |
      | nobody        | GET /version                                  | 401 Unauthorized |
      | nobody        | GET /api/v1/namespaces/{namespace}/configmaps | 401 Unauthorized |
      | administrator | GET /api/v1/namespaces/{namespace}/configmaps | 200 OK           |
