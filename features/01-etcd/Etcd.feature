@etcd @slide-apiserver-etcd
Feature: etcd
  Where does Kubernetes keep what we tell it?

  In etcd, a key-value store, and nowhere else. Every object is one key, and only the API server writes it. Reference:
  https://kubernetes.io/docs/concepts/overview/components/#etcd and, for revisions,
  https://kubernetes.io/docs/reference/using-api/api-concepts/#resource-versions

  Background:
    Given a cluster

  # Watch for: the namespace is part of the key, and the value is neither YAML nor JSON.
  @quick @requires-etcd-access
  Scenario: Every object is a key under /registry
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: cm-mario
      data:
        tune: "mario:d=4,o=5,b=100:16e6,16e6,32p,8e6,16c6,8e6,8g6,8p,8g"
      """
    Then etcd holds the key "/registry/configmaps/{namespace}/cm-mario"
    And the value of that key is stored as protobuf
    When the ConfigMap "cm-mario" is deleted
    Then etcd does not hold the key "/registry/configmaps/{namespace}/cm-mario"

  @requires-etcd-access
  Scenario: The resourceVersion is the revision of the key
    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: cm-mario
      data:
        tune: the first tune
      """
    Then etcd holds the key "/registry/configmaps/{namespace}/cm-mario"
    And the resourceVersion of the ConfigMap "cm-mario" is the revision of that key
    When "data.tune" of the ConfigMap "cm-mario" is set to "another tune"
    Then that key was written 2 times
    And the resourceVersion of the ConfigMap "cm-mario" is the revision of that key
