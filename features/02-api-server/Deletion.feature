@api-server @slide-apiserver-etcd
Feature: Deletion
  When is an object gone?

  When nothing holds it any more. A finalizer holds an object. When you delete an owner, you choose what happens to its dependents.
  Reference: https://kubernetes.io/docs/concepts/architecture/garbage-collection/ and upstream's
  "[sig-api-machinery] Garbage collector should … [Conformance]"

  Background:
    Given a cluster

  Scenario: A finalizer holds a deleted object until it is removed
    https://kubernetes.io/docs/concepts/overview/working-with-objects/finalizers/
    Then the API server answers these requests, one after the other:
      | request                                                  | body                                                                                 | answer                   | answer holds                                                             |
      | POST /api/v1/namespaces/{namespace}/configmaps            | {"metadata":{"name":"cm-mario","finalizers":["estaleiro.io/encore"]}}                | 201 Created              | metadata.deletionTimestamp=                                              |
      | DELETE /api/v1/namespaces/{namespace}/configmaps/cm-mario |                                                                                      | 200 OK                   | metadata.deletionTimestamp=something                                     |
      | GET /api/v1/namespaces/{namespace}/configmaps/cm-mario    |                                                                                      | 200 OK                   | metadata.deletionTimestamp=something; metadata.finalizers=estaleiro.io/encore |
      | PATCH /api/v1/namespaces/{namespace}/configmaps/cm-mario  | {"metadata":{"finalizers":["estaleiro.io/encore","estaleiro.io/one-more"]}}          | 422 Unprocessable Entity |                                                                          |
      | PATCH /api/v1/namespaces/{namespace}/configmaps/cm-mario  | {"metadata":{"finalizers":null}}                                                     | 200 OK                   |                                                                          |
      | GET /api/v1/namespaces/{namespace}/configmaps/cm-mario    |                                                                                      | 404 Not Found            |                                                                          |

  Scenario: Deleted in the background, an owner goes at once and what it owns follows
    Given the API server answers these requests, one after the other:
      | request                                       | body                                                                                                                                                            | answer      |
      | POST /api/v1/namespaces/{namespace}/configmaps | {"metadata":{"name":"band"}}                                                                                                                                    | 201 Created |
      | POST /api/v1/namespaces/{namespace}/configmaps | {"metadata":{"name":"drummer","finalizers":["estaleiro.io/encore"],"ownerReferences":[{"apiVersion":"v1","kind":"ConfigMap","name":"band","uid":"{metadata.uid}"}]}} | 201 Created |
    Then the API server answers these requests, one after the other:
      | request                                                                            | answer        | answer holds |
      | DELETE /api/v1/namespaces/{namespace}/configmaps/band?propagationPolicy=Background  | 200 OK        |              |
      | GET /api/v1/namespaces/{namespace}/configmaps/band                                  | 404 Not Found |              |
      | GET /api/v1/namespaces/{namespace}/configmaps/drummer                               | 200 OK        |              |
    And the ConfigMap "drummer" is marked for deletion
    When the finalizers of the ConfigMap "drummer" are removed
    Then the ConfigMap "drummer" goes away

  Scenario: Deleted in the foreground, an owner stays until what it owns is gone
    Given the API server answers these requests, one after the other:
      | request                                       | body                                                                                                                                                                                        | answer      |
      | POST /api/v1/namespaces/{namespace}/configmaps | {"metadata":{"name":"band"}}                                                                                                                                                                | 201 Created |
      | POST /api/v1/namespaces/{namespace}/configmaps | {"metadata":{"name":"drummer","finalizers":["estaleiro.io/encore"],"ownerReferences":[{"apiVersion":"v1","kind":"ConfigMap","name":"band","uid":"{metadata.uid}","blockOwnerDeletion":true}]}} | 201 Created |
    When the API server answers these requests, one after the other:
      | request                                                                            | answer | answer holds                                                                          |
      | DELETE /api/v1/namespaces/{namespace}/configmaps/band?propagationPolicy=Foreground  | 200 OK | metadata.deletionTimestamp=something; metadata.finalizers=foregroundDeletion          |
    Then the ConfigMap "drummer" is marked for deletion
    And the API server answers these requests, one after the other:
      | request                                            | answer | answer holds                           |
      | GET /api/v1/namespaces/{namespace}/configmaps/band  | 200 OK | metadata.finalizers=foregroundDeletion |
    When the finalizers of the ConfigMap "drummer" are removed
    Then the ConfigMap "drummer" goes away
    And the ConfigMap "band" goes away

  Scenario: Deleted with its dependents orphaned, an owner leaves them behind
    Given the API server answers these requests, one after the other:
      | request                                       | body                                                                                                                                  | answer      |
      | POST /api/v1/namespaces/{namespace}/configmaps | {"metadata":{"name":"band"}}                                                                                                          | 201 Created |
      | POST /api/v1/namespaces/{namespace}/configmaps | {"metadata":{"name":"drummer","ownerReferences":[{"apiVersion":"v1","kind":"ConfigMap","name":"band","uid":"{metadata.uid}"}]}}        | 201 Created |
    When the API server answers these requests, one after the other:
      | request                                                                        | answer | answer holds               |
      | DELETE /api/v1/namespaces/{namespace}/configmaps/band?propagationPolicy=Orphan  | 200 OK | metadata.finalizers=orphan |
    Then the ConfigMap "band" goes away
    And the API server answers these requests, one after the other:
      | request                                               | answer | answer holds                                             |
      | GET /api/v1/namespaces/{namespace}/configmaps/drummer  | 200 OK | metadata.ownerReferences=; metadata.deletionTimestamp=   |

  Scenario: Whoever wants to delete one certain object says its uid
    Preconditions: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/delete-options/
    Then the API server answers these requests, one after the other:
      | request                                                  | body                                                              | answer        |
      | POST /api/v1/namespaces/{namespace}/configmaps            | {"metadata":{"name":"cm-mario"}}                                  | 201 Created   |
      | DELETE /api/v1/namespaces/{namespace}/configmaps/cm-mario | {"preconditions":{"uid":"00000000-0000-0000-0000-000000000000"}}  | 409 Conflict  |
      | DELETE /api/v1/namespaces/{namespace}/configmaps/cm-mario | {"preconditions":{"uid":"{metadata.uid}"}}                        | 200 OK        |
      | GET /api/v1/namespaces/{namespace}/configmaps/cm-mario    |                                                                   | 404 Not Found |
