@api-server @slide-apiserver-etcd
Feature: API server
  Who may read and write those objects, and how?

  Everyone, through one REST API. "Just a repository of objects", says the slide: it authenticates, validates, stores, and notifies
  watchers.
  Reference: https://kubernetes.io/docs/reference/using-api/api-concepts/

  Background:
    Given a cluster

  # Watch for: the second POST. Creating the same name again is a conflict.
  @quick
  Scenario: An object is created, read, changed and deleted with plain HTTP
    Then the API server answers these requests, one after the other:
      | request                                                  | body                                                                                             | answer        |
      | POST /api/v1/namespaces/{namespace}/configmaps            | {"metadata":{"name":"cm-mario"},"data":{"tune":"mario"}}                                         | 201 Created   |
      | POST /api/v1/namespaces/{namespace}/configmaps            | {"metadata":{"name":"cm-mario"},"data":{"tune":"mario"}}                                         | 409 Conflict  |
      | GET /api/v1/namespaces/{namespace}/configmaps/cm-mario    |                                                                                                  | 200 OK        |
      | PATCH /api/v1/namespaces/{namespace}/configmaps/cm-mario  | {"data":{"tune":"zelda"}}                                                                        | 200 OK        |
      | PUT /api/v1/namespaces/{namespace}/configmaps/cm-mario    | {"metadata":{"name":"cm-mario"},"data":{"tune":"tetris"}}                                        | 200 OK        |
      | DELETE /api/v1/namespaces/{namespace}/configmaps/cm-mario |                                                                                                  | 200 OK        |
      | GET /api/v1/namespaces/{namespace}/configmaps/cm-mario    |                                                                                                  | 404 Not Found |

  Scenario: A watcher is told of every change, in order
    Given somebody watches the ConfigMaps
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: cm-mario
      data:
        tune: the first tune
      """
    And "data.tune" of the ConfigMap "cm-mario" is set to "another tune"
    And the ConfigMap "cm-mario" is deleted
    Then the watcher was told:
      | event    | object   | data.tune      |
      | ADDED    | cm-mario | the first tune |
      | MODIFIED | cm-mario | another tune   |
      | DELETED  | cm-mario | another tune   |

  Scenario: Of two writers, the one who read an old version is refused
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
    Then the API server answers 200 OK
    When Bia writes it back with "data.tune" set to "the tune Bia likes"
    Then the API server answers 409 Conflict
    And "data.tune" of the ConfigMap "cm-mario" is "the tune Ana likes"

  Scenario: An invalid object is refused, and the answer names the field
    When somebody tries to create:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: echoserver
      spec:
        selector:
          app: echoserver
        ports:
          - port: 808000
      """
    Then the API server answers 422 Unprocessable Entity
    And the answer names the field "spec.ports[0].port"
    And there is no Service "echoserver"
