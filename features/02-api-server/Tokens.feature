@api-server @slide-apiserver-etcd
Feature: Tokens
  How long does a pod's identity last?

  As long as the pod. A pod's token used to be a Secret that never expired and lay in etcd; now the API server issues one for each pod, and
  checks at every request that the pod still exists.
  Reference: https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/

  Background:
    Given a cluster
    And a ServiceAccount "ana"

  @requires-kubernetes>=1.24
  Scenario: A ServiceAccount has no Secret, unless somebody makes one
    Who needs a token that doesn't expire can still have one in the old way: a controller fills in the Secret.

    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Secret
      metadata:
        name: for-ever
        annotations:
          kubernetes.io/service-account.name: ana
      type: kubernetes.io/service-account-token
      """
    Then the Secret "for-ever" comes to have:
      | field      | value    |
      | data.token | anything |
    And the API server answers these requests, one after the other:
      | request                                                                                            | answer | answer holds                 |
      | GET /api/v1/namespaces/{namespace}/serviceaccounts/ana                                             | 200 OK | secrets=                     |

  @requires-kubernetes>=1.22
  Scenario: A pod's token ends with the pod
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
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: robot
      spec:
        serviceAccountName: ana
        containers:
          - name: robot
            image: toolbox
            command: [sleep, infinity]
      """
    And the ServiceAccount "ana" may soon list configmaps
    And "status.phase" of the Pod "robot" becomes "Running"
    And the API server answers these requests, one after the other:
      | as                     | request                                       | answer |
      | the token in pod robot | GET /api/v1/namespaces/{namespace}/configmaps | 200 OK |
      | ServiceAccount ana     | GET /api/v1/namespaces/{namespace}/configmaps | 200 OK |
    When the Pod "robot" is deleted
    And the Pod "robot" disappears
    And soon the API server answers this request like this:
      | as                     | request                                       | answer           |
      | the token in pod robot | GET /api/v1/namespaces/{namespace}/configmaps | 401 Unauthorized |
    Then the API server answers these requests, one after the other:
      | as                     | request                                       | answer           |
      | the token in pod robot | GET /api/v1/namespaces/{namespace}/configmaps | 401 Unauthorized |
      | ServiceAccount ana     | GET /api/v1/namespaces/{namespace}/configmaps | 200 OK           |

  @requires-kubernetes>=1.28
  Scenario: Everybody may ask who they are
    "kubectl auth whoami" asks the same. https://kubernetes.io/docs/reference/access-authn-authz/authentication/#self-subject-review

    Then the API server answers these requests, one after the other:
      | as                        | request                                                 | body                                                                         | answer      | answer holds                                                                                                                      |
      | ServiceAccount ana        | POST /apis/authentication.k8s.io/v1/selfsubjectreviews  | {"apiVersion":"authentication.k8s.io/v1","kind":"SelfSubjectReview"}          | 201 Created | status.userInfo.username=system:serviceaccount:{namespace}:ana; status.userInfo.groups=system:serviceaccounts system:serviceaccounts:{namespace} system:authenticated |
      | administrator as user bia | POST /apis/authentication.k8s.io/v1/selfsubjectreviews  | {"apiVersion":"authentication.k8s.io/v1","kind":"SelfSubjectReview"}          | 201 Created | status.userInfo.username=bia; status.userInfo.groups=system:authenticated                                                          |
      | a made-up token           | POST /apis/authentication.k8s.io/v1/selfsubjectreviews  | {"apiVersion":"authentication.k8s.io/v1","kind":"SelfSubjectReview"}          | 401 Unauthorized |                                                                                                                              |

