@music @slide-music
Feature: Music
  Is Kubernetes only for containers?

  No. The API server is a repository of objects, and it takes kinds that it has never heard of: once the Music resource is registered, you
  create, store and read a Music like any pod.
  Reference: https://kubernetes.io/docs/concepts/extend-kubernetes/api-extension/custom-resources/ and upstream's
  "[sig-api-machinery] CustomResourceDefinition resources [Privileged:ClusterAdmin] Simple CustomResourceDefinition creating/deleting custom resource definition objects works [Conformance]"

  Background:
    Given a cluster
    And the Music resource is registered

  Scenario: The API server stores a Music and gives it back
    When this manifest is applied:
      """yaml
      apiVersion: estaleiro.io/v1
      kind: Music
      metadata:
        name: mario
      spec:
        music: cm-mario
      """
    Then "/apis/estaleiro.io/v1/namespaces/{namespace}/musics/mario" answers with the stored object

  @requires-etcd-access
  Scenario: A Music is plain JSON in etcd
    When this manifest is applied:
      """yaml
      apiVersion: estaleiro.io/v1
      kind: Music
      metadata:
        name: mario
      spec:
        music: cm-mario
      """
    Then etcd holds the key "/registry/estaleiro.io/musics/{namespace}/mario"
    And the value of that key is stored as JSON
    And the value of that key is recorded

  Scenario: A Music without a tune is refused, and the answer names the field
    When somebody tries to create:
      """yaml
      apiVersion: estaleiro.io/v1
      kind: Music
      metadata:
        name: silence
      spec: {}
      """
    Then the API server answers 422 Unprocessable Entity
    And the answer names the field "spec.music"
    And there is no Music "silence"
