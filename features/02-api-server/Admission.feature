@api-server @slide-apiserver-etcd
Feature: Admission
  May this object be stored as it is?

  Permission to write is not enough: admission fills in missing fields, and refuses objects that break the namespace's rules.
  Reference: https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/

  Background:
    Given a cluster

  Scenario: A ResourceQuota caps how many objects a namespace may hold
    The API server enforces a quota only once it has seen it. A request that breaks another of its rules shows when that is.

    Upstream: "[sig-api-machinery] ResourceQuota should create a ResourceQuota and capture the life of a service. [Conformance]".
    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: ResourceQuota
      metadata:
        name: two-services
      spec:
        hard:
          services: "2"
          services.nodeports: "0"
      """
    And "status.hard.services" of the ResourceQuota "two-services" becomes "2"
    When soon the API server answers this request like this:
      | request                                                | body                                                                         | answer        |
      | POST /api/v1/namespaces/{namespace}/services?dryRun=All | {"metadata":{"name":"none"},"spec":{"type":"NodePort","ports":[{"port":80}]}} | 403 Forbidden |
    Then the API server answers these requests, one after the other:
      | request                                       | body                                                                            | answer        | answer holds         |
      | POST /api/v1/namespaces/{namespace}/services   | {"metadata":{"name":"a"},"spec":{"clusterIP":"None","ports":[{"port":80}]}}     | 201 Created   |                      |
      | POST /api/v1/namespaces/{namespace}/services   | {"metadata":{"name":"b"},"spec":{"clusterIP":"None","ports":[{"port":80}]}}     | 201 Created   |                      |
      | POST /api/v1/namespaces/{namespace}/services   | {"metadata":{"name":"c"},"spec":{"clusterIP":"None","ports":[{"port":80}]}}     | 403 Forbidden | details.name=c       |
      | DELETE /api/v1/namespaces/{namespace}/services/a |                                                                               | 200 OK        |                      |
    And "status.used.services" of the ResourceQuota "two-services" becomes "1"
    When soon the API server answers this request like this:
      | request                                                | body                                                                        | answer      |
      | POST /api/v1/namespaces/{namespace}/services?dryRun=All | {"metadata":{"name":"c"},"spec":{"clusterIP":"None","ports":[{"port":80}]}} | 201 Created |
    Then the API server answers these requests, one after the other:
      | request                                       | body                                                                            | answer        | answer holds         |
      | POST /api/v1/namespaces/{namespace}/services   | {"metadata":{"name":"c"},"spec":{"clusterIP":"None","ports":[{"port":80}]}}     | 201 Created   |                      |

  Scenario: Where memory is capped, a pod must say how much it needs
    https://kubernetes.io/docs/concepts/policy/resource-quotas/
    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: ResourceQuota
      metadata:
        name: some-memory
      spec:
        hard:
          requests.memory: 100Mi
          pods: "5"
      """
    And "status.used.pods" of the ResourceQuota "some-memory" becomes "0"
    When soon the API server answers this request like this:
      | request                                            | body                                                                                                                  | answer        |
      | POST /api/v1/namespaces/{namespace}/pods?dryRun=All | {"metadata":{"name":"p"},"spec":{"automountServiceAccountToken":false,"containers":[{"name":"c","image":"toolbox"}]}} | 403 Forbidden |
    Then the API server answers these requests, one after the other:
      | request                                            | body                                                                                                                                                                  | answer        |
      | POST /api/v1/namespaces/{namespace}/pods?dryRun=All | {"metadata":{"name":"p"},"spec":{"automountServiceAccountToken":false,"containers":[{"name":"c","image":"toolbox"}]}}                                                                                      | 403 Forbidden |
      | POST /api/v1/namespaces/{namespace}/pods?dryRun=All | {"metadata":{"name":"p"},"spec":{"automountServiceAccountToken":false,"containers":[{"name":"c","image":"toolbox","resources":{"requests":{"memory":"101Mi"}}}]}}                                          | 403 Forbidden |
      | POST /api/v1/namespaces/{namespace}/pods?dryRun=All | {"metadata":{"name":"p"},"spec":{"automountServiceAccountToken":false,"containers":[{"name":"c","image":"toolbox","resources":{"requests":{"memory":"100Mi"}}}]}}                                          | 201 Created   |

  Scenario: A LimitRange fills in what a container leaves out, and refuses what is too much
    The API server enforces a LimitRange, too, only once it has seen it.

    Upstream: "[sig-scheduling] LimitRange should create a LimitRange with defaults and ensure pod has those defaults applied. [Conformance]".
    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: LimitRange
      metadata:
        name: small
      spec:
        limits:
          - type: Container
            defaultRequest:
              memory: 16Mi
            default:
              memory: 32Mi
            max:
              memory: 64Mi
      """
    When soon the API server answers this request like this:
      | request                                            | body                                                                                                                                                           | answer        |
      | POST /api/v1/namespaces/{namespace}/pods?dryRun=All | {"metadata":{"name":"p"},"spec":{"automountServiceAccountToken":false,"containers":[{"name":"c","image":"toolbox","resources":{"limits":{"memory":"65Mi"}}}]}} | 403 Forbidden |
    Then the API server answers these requests, one after the other:
      | request                                            | body                                                                                                                                                                         | answer        | answer holds                                                                                       |
      | POST /api/v1/namespaces/{namespace}/pods?dryRun=All | {"metadata":{"name":"p"},"spec":{"automountServiceAccountToken":false,"containers":[{"name":"c","image":"toolbox"}]}}                                                                                             | 201 Created   | spec.containers.resources.requests.memory=16Mi; spec.containers.resources.limits.memory=32Mi       |
      | POST /api/v1/namespaces/{namespace}/pods?dryRun=All | {"metadata":{"name":"p"},"spec":{"automountServiceAccountToken":false,"containers":[{"name":"c","image":"toolbox","resources":{"limits":{"memory":"48Mi"}}}]}}                                                    | 201 Created   | spec.containers.resources.limits.memory=48Mi                                                       |
      | POST /api/v1/namespaces/{namespace}/pods?dryRun=All | {"metadata":{"name":"p"},"spec":{"automountServiceAccountToken":false,"containers":[{"name":"c","image":"toolbox","resources":{"limits":{"memory":"65Mi"}}}]}}                                                    | 403 Forbidden | details.name=p                                                                                     |

  Scenario: Into a namespace that is going away, nothing new comes
    https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#namespacelifecycle
    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Namespace
      metadata:
        name: "{namespace}-b"
      """
    And the API server answers these requests, one after the other:
      | request                                          | body                                                                        | answer      |
      | POST /api/v1/namespaces/{namespace}-b/configmaps  | {"metadata":{"name":"last-song","finalizers":["estaleiro.io/encore"]}}      | 201 Created |
    When the Namespace "{namespace}-b" is deleted
    Then the Namespace "{namespace}-b" is marked for deletion
    And the API server answers these requests, one after the other:
      | request                                                    | body                                   | answer        | answer holds                                 |
      | POST /api/v1/namespaces/{namespace}-b/configmaps            | {"metadata":{"name":"too-late"}}       | 403 Forbidden | details.causes.reason=NamespaceTerminating   |
      | GET /api/v1/namespaces/{namespace}-b/configmaps/last-song   |                                        | 200 OK        |                                              |
      | PATCH /api/v1/namespaces/{namespace}-b/configmaps/last-song | {"metadata":{"finalizers":null}}       | 200 OK        |                                              |
    And the Namespace "{namespace}-b" goes away

  Scenario: A pod whose ServiceAccount is not there is refused
    https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#serviceaccount
    Given a ServiceAccount "ana"
    Then the API server answers these requests, one after the other:
      | request                                            | body                                                                                                       | answer        | answer holds                     |
      | POST /api/v1/namespaces/{namespace}/pods?dryRun=All | {"metadata":{"name":"p"},"spec":{"serviceAccountName":"bia","automountServiceAccountToken":false,"containers":[{"name":"c","image":"toolbox"}]}} | 403 Forbidden |                                  |
      | POST /api/v1/namespaces/{namespace}/pods?dryRun=All | {"metadata":{"name":"p"},"spec":{"serviceAccountName":"ana","automountServiceAccountToken":false,"containers":[{"name":"c","image":"toolbox"}]}} | 201 Created   | spec.serviceAccountName=ana      |
      | POST /api/v1/namespaces/{namespace}/pods?dryRun=All | {"metadata":{"name":"p"},"spec":{"automountServiceAccountToken":false,"containers":[{"name":"c","image":"toolbox"}]}}                            | 201 Created   | spec.serviceAccountName=default  |

  @requires-kubernetes>=1.30
  Scenario: A rule that somebody wrote themselves holds like the built-in ones
    https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/ and upstream's
    "[sig-api-machinery] ValidatingAdmissionPolicy [Privileged:ClusterAdmin] should validate against a Deployment [Conformance]".
    Given this manifest is applied:
      """yaml
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicy
      metadata:
        name: "{namespace}-tunes"
      spec:
        failurePolicy: Fail
        matchConstraints:
          resourceRules:
            - apiGroups: [""]
              apiVersions: [v1]
              operations: [CREATE, UPDATE]
              resources: [configmaps]
        validations:
          - expression: "has(object.data) && 'tune' in object.data"
            message: a song without a tune
      ---
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicyBinding
      metadata:
        name: "{namespace}-tunes"
      spec:
        policyName: "{namespace}-tunes"
        validationActions: [Deny]
        matchResources:
          namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: "{namespace}"
      """
    When soon the API server answers this request like this:
      | request                                                  | body                                                 | answer                   |
      | POST /api/v1/namespaces/{namespace}/configmaps?dryRun=All | {"metadata":{"name":"silence"}}                      | 422 Unprocessable Entity |
    Then the API server answers these requests, one after the other:
      | request                                                  | body                                                 | answer                   | answer holds                                         |
      | POST /api/v1/namespaces/{namespace}/configmaps            | {"metadata":{"name":"silence"}}                      | 422 Unprocessable Entity | details.causes.message=ValidatingAdmissionPolicy '{namespace}-tunes' with binding '{namespace}-tunes' denied request: a song without a tune |
      | POST /api/v1/namespaces/{namespace}/configmaps            | {"metadata":{"name":"mario"},"data":{"tune":"mario"}} | 201 Created             | data.tune=mario                                      |
      | PATCH /api/v1/namespaces/{namespace}/configmaps/mario     | {"data":{"tune":null}}                               | 422 Unprocessable Entity | details.causes.message=ValidatingAdmissionPolicy '{namespace}-tunes' with binding '{namespace}-tunes' denied request: a song without a tune |
      | GET /api/v1/namespaces/{namespace}/configmaps/mario       |                                                      | 200 OK                   | data.tune=mario                                      |
