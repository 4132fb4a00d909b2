@etcd @slide-apiserver-etcd
Feature: etcd keys
  What happens in the store when a client talks to the API server?

  One object, one key. One accepted write, one revision. A refused request or a dry run leaves no trace. Reference:
  https://kubernetes.io/docs/reference/using-api/api-concepts/#resource-versions and https://etcd.io/docs/latest/learning/data_model/

  Background:
    Given a cluster

  @requires-etcd-access
  Scenario: Objects of a namespace are filed under it, others under their kind alone
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Secret
      metadata:
        name: tune
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: radio
      spec:
        clusterIP: None
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata:
        name: "listener.{namespace}"
      """
    Then etcd holds the key "/registry/secrets/{namespace}/tune"
    And etcd holds the key "/registry/services/specs/{namespace}/radio"
    And etcd holds the key "/registry/clusterroles/listener.{namespace}"
    And etcd holds the key "/registry/namespaces/{namespace}"

  @requires-etcd-access
  Scenario: Of two writers, only one reaches the key
    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: cm-mario
      data:
        tune: the first tune
      """
    And Ana and Bia have both read the ConfigMap "cm-mario"
    When Ana writes it back with "data.tune" set to "the tune Ana likes"
    And Bia writes it back with "data.tune" set to "the tune Bia likes"
    Then the API server answers 409 Conflict
    And etcd holds the key "/registry/configmaps/{namespace}/cm-mario"
    And that key was written 2 times

  @requires-etcd-access
  Scenario: A write that changes nothing is no write
    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: cm-mario
      data:
        tune: the first tune
      """
    When "data.tune" of the ConfigMap "cm-mario" is set to "the first tune"
    Then etcd holds the key "/registry/configmaps/{namespace}/cm-mario"
    And that key was written 1 times

  @requires-etcd-access
  Scenario: A dry run and a refused object leave no key
    When the API server answers these requests, one after the other:
      | request                                                  | body                                                        | answer                   |
      | POST /api/v1/namespaces/{namespace}/configmaps?dryRun=All | {"metadata":{"name":"cm-mario"},"data":{"tune":"mario"}}    | 201 Created              |
      | POST /api/v1/namespaces/{namespace}/configmaps            | {"metadata":{"name":"cm-zelda"},"data":{"tune":"zelda"}}    | 201 Created              |
      | POST /api/v1/namespaces/{namespace}/services              | {"metadata":{"name":"radio"},"spec":{"ports":[{"port":0}]}} | 422 Unprocessable Entity |
    Then etcd does not hold the key "/registry/configmaps/{namespace}/cm-mario"
    And etcd does not hold the key "/registry/services/specs/{namespace}/radio"
    But etcd holds the key "/registry/configmaps/{namespace}/cm-zelda"

  @requires-etcd-access
  Scenario: An object that is made anew begins anew
    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: cm-mario
      """
    And "data.tune" of the ConfigMap "cm-mario" is set to "another tune"
    When the ConfigMap "cm-mario" is deleted
    And this manifest is applied:
      """yaml
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: cm-mario
      """
    Then etcd holds the key "/registry/configmaps/{namespace}/cm-mario"
    And that key was written 1 times
    And the resourceVersion of the ConfigMap "cm-mario" is the revision of that key

  @requires-component-control
  Scenario: Nobody but the API server talks to etcd
    https://kubernetes.io/docs/concepts/architecture/control-plane-node-communication/
    Then of the server node's processes only "kube-apiserver" talks to etcd
