@api-server @slide-apiserver-etcd
Feature: Admission policies
  Does a rule of your own need a server of your own?

  It did: until 1.30, only a webhook could refuse or change objects by rules that are not built in. A program had to run, and every write had
  to wait for it. Now the API server evaluates an expression (CEL) itself. The first policy of this kind is in "Admission"; it refuses.
  Reference: https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/ and
  https://kubernetes.io/docs/reference/access-authn-authz/mutating-admission-policy/

  Background:
    Given a cluster

  # upstream: [sig-api-machinery] MutatingAdmissionPolicy [Privileged:ClusterAdmin] should mutate a Deployment [Conformance]
  @requires-kubernetes>=1.36
  Scenario: A policy changes an object before it is stored
    Nobody wrote the label. Watch for: a label that is there already is not touched.

    Given this manifest is applied:
      """yaml
      apiVersion: admissionregistration.k8s.io/v1
      kind: MutatingAdmissionPolicy
      metadata:
        name: "{namespace}-band"
      spec:
        reinvocationPolicy: Never
        matchConstraints:
          resourceRules:
            - apiGroups: [""]
              apiVersions: [v1]
              operations: [CREATE]
              resources: [configmaps]
        matchConditions:
          - name: has-no-band
            expression: "!has(object.metadata.labels) || !('band' in object.metadata.labels)"
        mutations:
          - patchType: ApplyConfiguration
            applyConfiguration:
              expression: >
                Object{metadata: Object.metadata{labels: {"band": "house-band"}}}
      ---
      apiVersion: admissionregistration.k8s.io/v1
      kind: MutatingAdmissionPolicyBinding
      metadata:
        name: "{namespace}-band"
      spec:
        policyName: "{namespace}-band"
        matchResources:
          namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: "{namespace}"
      """
    And soon the API server answers this request like this:
      | request                                                   | body                          | answer      | answer holds                        |
      | POST /api/v1/namespaces/{namespace}/configmaps?dryRun=All | {"metadata":{"name":"asked"}} | 201 Created | metadata.labels.band=house-band |
    Then the API server answers these requests, one after the other:
      | request                                                | body                                                              | answer      | answer holds                        |
      | POST /api/v1/namespaces/{namespace}/configmaps         | {"metadata":{"name":"mario"}}                                     | 201 Created | metadata.labels.band=house-band |
      | GET /api/v1/namespaces/{namespace}/configmaps/mario    |                                                                   | 200 OK      | metadata.labels.band=house-band |
      | POST /api/v1/namespaces/{namespace}/configmaps         | {"metadata":{"name":"zelda","labels":{"band":"guests"}}}      | 201 Created | metadata.labels.band=guests     |

  @requires-kubernetes>=1.30
  Scenario: A policy that warns lets the object pass, and says what is wrong with it
    Good for a rule that is new: nothing breaks while everybody reads the warnings. kubectl prints them.

    Given this manifest is applied:
      """yaml
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicy
      metadata:
        name: "{namespace}-length"
      spec:
        matchConstraints:
          resourceRules:
            - apiGroups: [""]
              apiVersions: [v1]
              operations: [CREATE, UPDATE]
              resources: [configmaps]
        variables:
          - name: notes
            expression: "has(object.data) && 'tune' in object.data ? size(object.data.tune) : 0"
        validations:
          - expression: variables.notes <= 8
            messageExpression: "'a tune of ' + string(variables.notes) + ' notes is long'"
      ---
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicyBinding
      metadata:
        name: "{namespace}-length"
      spec:
        policyName: "{namespace}-length"
        validationActions: [Warn]
        matchResources:
          namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: "{namespace}"
      """
    And soon the API server answers this request like this:
      | request                                                   | body                                                            | answer      | warning |
      | POST /api/v1/namespaces/{namespace}/configmaps?dryRun=All | {"metadata":{"name":"asked"},"data":{"tune":"c d e f g a b c"}} | 201 Created | is long |
    Then the API server answers these requests, one after the other:
      | request                                             | body                                                              | answer      | answer holds              | warning                      |
      | POST /api/v1/namespaces/{namespace}/configmaps      | {"metadata":{"name":"scale"},"data":{"tune":"c d e f g a b c"}}   | 201 Created | data.tune=c d e f g a b c | a tune of 15 notes is long   |
      | POST /api/v1/namespaces/{namespace}/configmaps      | {"metadata":{"name":"chord"},"data":{"tune":"c e g"}}             | 201 Created | data.tune=c e g           |                              |
