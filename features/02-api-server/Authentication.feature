@api-server @slide-apiserver-etcd
Feature: Authentication
  Who is asking?

  This is the first question for every request, which carries a token, a client certificate or nothing. Credentials that the API server
  cannot verify get 401; a known user without permission gets 403.
  Reference: https://kubernetes.io/docs/reference/access-authn-authz/authentication/

  Background:
    Given a cluster

  Scenario: Who shows no credentials reads no objects
    Requests without credentials are either refused as unknown (401) or treated as the user system:anonymous, who has no permissions (403).
    The cluster's configuration decides.
    Then the API server answers these requests, one after the other:
      | as            | request                                       | answer                            |
      | administrator | GET /api/v1/namespaces/{namespace}/configmaps  | 200 OK                            |
      | nobody        | GET /api/v1/namespaces/{namespace}/configmaps  | 401 Unauthorized or 403 Forbidden |
      | nobody        | GET /api/v1/namespaces/{namespace}/secrets     | 401 Unauthorized or 403 Forbidden |

  Scenario: A token that nobody issued is refused, even for what everybody may read
    Then the API server answers these requests, one after the other:
      | as              | request                                       | answer           |
      | administrator   | GET /version                                  | 200 OK           |
      | a made-up token | GET /version                                  | 401 Unauthorized |
      | a made-up token | GET /api/v1/namespaces/{namespace}/configmaps | 401 Unauthorized |

  Scenario: A certificate counts if the cluster's authority signed it
    Both certificates name a cluster administrator. One is signed by an authority that the cluster does not know.
    Then the API server answers these requests, one after the other:
      | as                    | request                                       | answer           |
      | administrator         | GET /api/v1/namespaces/{namespace}/configmaps | 200 OK           |
      | a foreign certificate | GET /api/v1/namespaces/{namespace}/configmaps | 401 Unauthorized |

  @requires-node-access
  Scenario: A certificate counts as long as it has not expired
    The cluster's own authority signs two certificates for the same administrator. One of them expired yesterday.
    Then the API server answers these requests, one after the other:
      | as                     | request                                       | answer           |
      | a certificate          | GET /api/v1/namespaces/{namespace}/configmaps | 200 OK           |
      | an expired certificate | GET /api/v1/namespaces/{namespace}/configmaps | 401 Unauthorized |

  Scenario: A pod speaks as its ServiceAccount, with the token it finds mounted
    Upstream: "[sig-auth] ServiceAccounts should mount an API token into pods [Conformance]".
    Given a ServiceAccount "robot"
    And this manifest is applied:
      """yaml
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: robot-views
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: view
      subjects:
        - kind: ServiceAccount
          name: robot
          namespace: "{namespace}"
      ---
      apiVersion: apps/v1
      kind: StatefulSet
      metadata:
        name: robot
      spec:
        serviceName: robot
        selector:
          matchLabels:
            app: robot
        template:
          metadata:
            labels:
              app: robot
          spec:
            serviceAccountName: robot
            containers:
              - name: robot
                image: toolbox
                command: [sleep, infinity]
      """
    And the ServiceAccount "robot" may soon list configmaps
    When "status.phase" of the Pod "robot-0" becomes "Running"
    Then the API server answers these requests, one after the other:
      | as                       | request                                       | answer        |
      | the token in pod robot-0 | GET /api/v1/namespaces/{namespace}/configmaps | 200 OK        |
      | the token in pod robot-0 | GET /api/v1/namespaces/{namespace}/secrets    | 403 Forbidden |
      | the token in pod robot-0 | GET /api/v1/namespaces/default/configmaps     | 403 Forbidden |

  Scenario: An administrator can try what somebody else may do, and only who may impersonate can
    https://kubernetes.io/docs/reference/access-authn-authz/user-impersonation/
    Given a ServiceAccount "ana"
    And this manifest is applied:
      """yaml
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata:
        name: bia-edits
      roleRef:
        apiGroup: rbac.authorization.k8s.io
        kind: ClusterRole
        name: edit
      subjects:
        - apiGroup: rbac.authorization.k8s.io
          kind: User
          name: bia
      """
    And the user "bia" may soon list configmaps
    Then the API server answers these requests, one after the other:
      | as                              | request                                       | answer        |
      | administrator as user bia       | GET /api/v1/namespaces/{namespace}/configmaps | 200 OK        |
      | administrator as user bia       | GET /api/v1/namespaces/default/configmaps     | 403 Forbidden |
      | administrator as user caetano   | GET /api/v1/namespaces/{namespace}/configmaps | 403 Forbidden |
      | ServiceAccount ana as user bia  | GET /api/v1/namespaces/{namespace}/configmaps | 403 Forbidden |
