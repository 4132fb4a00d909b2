@api-server @slide-apiserver-etcd
Feature: Requests and answers
  How do you talk to the API server?

  With HTTP verbs, on paths that contain group, version, namespace, resource and name. Every refusal is an object too, a Status, so that
  programs can tell the reason.
  Reference: https://kubernetes.io/docs/reference/using-api/api-concepts/

  Background:
    Given a cluster

  Scenario: Every refusal is a Status that says what is wrong
    The codes and reasons: https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/status/
    Then the API server answers these requests, one after the other:
      | request                                                 | format     | body                                                                                          | answer                     | answer holds                                                         |
      | GET /api/v1/namespaces/{namespace}/configmaps/cm-mario   |            |                                                                                               | 404 Not Found              | kind=Status; details.kind=configmaps; details.name=cm-mario          |
      | GET /api/v1/namespaces/{namespace}/tunes                 |            |                                                                                               | 404 Not Found              | kind=Status                                                          |
      | POST /api/v1/namespaces/nowhere-{namespace}/configmaps   |            | {"metadata":{"name":"cm-mario"}}                                                              | 404 Not Found              | kind=Status; details.kind=namespaces; details.name=nowhere-{namespace} |
      | POST /api/v1/namespaces/{namespace}/configmaps           |            | {"apiVersion":"v1","kind":"Secret","metadata":{"name":"cm-mario"}}                            | 400 Bad Request            | kind=Status                                                          |
      | POST /api/v1/namespaces/{namespace}/configmaps           |            | {"metadata":                                                                                  | 400 Bad Request            | kind=Status                                                          |
      | POST /api/v1/namespaces/{namespace}/configmaps           | text/plain | a tune, please                                                                                | 415 Unsupported Media Type | kind=Status                                                          |
      | POST /api/v1/namespaces/{namespace}/configmaps           |            | {"metadata":{"name":"Super Mario"}}                                                           | 422 Unprocessable Entity   | kind=Status; details.causes.field=metadata.name                      |
      | POST /api/v1/namespaces/{namespace}/configmaps           |            | {"metadata":{"name":"cm-mario"},"data":{"tune":"{2 MiB}"}}                                     | 422 Unprocessable Entity   | kind=Status; details.causes.reason=FieldValueTooLong                 |
      | POST /api/v1/namespaces/{namespace}/configmaps           |            | {"metadata":{"name":"cm-mario"},"data":{"tune":"{4 MiB}"}}                                     | 413 Request Entity Too Large | kind=Status                                                        |
      | PATCH /api/v1/namespaces/{namespace}/configmaps          |            | {}                                                                                            | 405 Method Not Allowed     | kind=Status                                                          |

  Scenario: A long list comes in pages, and all pages show the same moment
    Upstream: "[sig-api-machinery] Servers with support for API chunking should return chunks of results for list calls [Conformance]".
    Given the API server answers these requests, one after the other:
      | request                                       | body                                                             | answer      |
      | POST /api/v1/namespaces/{namespace}/configmaps | {"metadata":{"name":"level-1","labels":{"game":"mario"}}}        | 201 Created |
      | POST /api/v1/namespaces/{namespace}/configmaps | {"metadata":{"name":"level-2","labels":{"game":"mario"}}}        | 201 Created |
      | POST /api/v1/namespaces/{namespace}/configmaps | {"metadata":{"name":"level-3","labels":{"game":"mario"}}}        | 201 Created |
      | POST /api/v1/namespaces/{namespace}/configmaps | {"metadata":{"name":"level-5","labels":{"game":"mario"}}}        | 201 Created |
    When the API server answers these requests, one after the other:
      | request                                                                                                | body                                                      | answer      | answer holds                                                            |
      | GET /api/v1/namespaces/{namespace}/configmaps?labelSelector=game%3Dmario&limit=2                        |                                                           | 200 OK      | items.metadata.name=level-1 level-2; metadata.continue=something        |
      | POST /api/v1/namespaces/{namespace}/configmaps                                                          | {"metadata":{"name":"level-4","labels":{"game":"mario"}}} | 201 Created |                                                                         |
      | DELETE /api/v1/namespaces/{namespace}/configmaps/level-5                                                |                                                           | 200 OK      |                                                                         |
    Then the pages of "/api/v1/namespaces/{namespace}/configmaps?labelSelector=game%3Dmario&limit=2" that follow hold "level-3 level-5", and the last has no token
    And the API server answers these requests, one after the other:
      | request                                                                          | answer | answer holds                                        |
      | GET /api/v1/namespaces/{namespace}/configmaps?labelSelector=game%3Dmario          | 200 OK | items.metadata.name=level-1 level-2 level-3 level-4 |

  Scenario: Selectors choose objects by their labels and by some of their fields
    https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors and the page on field selectors beside it.
    Given the API server answers these requests, one after the other:
      | request                                    | body                                                                                                                                           | answer      |
      | POST /api/v1/namespaces/{namespace}/secrets | {"metadata":{"name":"mario","labels":{"game":"mario","year":"1985"}},"type":"estaleiro.io/tune"}                                               | 201 Created |
      | POST /api/v1/namespaces/{namespace}/secrets | {"metadata":{"name":"tetris","labels":{"game":"tetris","year":"1985"}},"type":"estaleiro.io/tune"}                                             | 201 Created |
      | POST /api/v1/namespaces/{namespace}/secrets | {"metadata":{"name":"zelda","labels":{"game":"zelda"}},"type":"estaleiro.io/lullaby"}                                                          | 201 Created |
    Then the API server answers these requests, one after the other:
      | request                                                                                   | answer          | answer holds                      |
      | GET /api/v1/namespaces/{namespace}/secrets?labelSelector=game%3Dmario                      | 200 OK          | items.metadata.name=mario         |
      | GET /api/v1/namespaces/{namespace}/secrets?labelSelector=game,game!%3Dmario                | 200 OK          | items.metadata.name=tetris zelda  |
      | GET /api/v1/namespaces/{namespace}/secrets?labelSelector=game%20in%20(mario,zelda)         | 200 OK          | items.metadata.name=mario zelda   |
      | GET /api/v1/namespaces/{namespace}/secrets?labelSelector=game%20notin%20(mario,zelda),year | 200 OK          | items.metadata.name=tetris        |
      | GET /api/v1/namespaces/{namespace}/secrets?labelSelector=game,!year                        | 200 OK          | items.metadata.name=zelda         |
      | GET /api/v1/namespaces/{namespace}/secrets?fieldSelector=metadata.name%3Dtetris            | 200 OK          | items.metadata.name=tetris        |
      | GET /api/v1/namespaces/{namespace}/secrets?fieldSelector=type%3Destaleiro.io/tune          | 200 OK          | items.metadata.name=mario tetris  |
      | GET /api/v1/namespaces/{namespace}/secrets?fieldSelector=data.tune%3Dmario                 | 400 Bad Request |                                   |

  Scenario: A dry run says what would happen, and stores nothing
    https://kubernetes.io/docs/reference/using-api/api-concepts/#dry-run
    Then the API server answers these requests, one after the other:
      | request                                                          | body                                                        | answer        | answer holds                         |
      | POST /api/v1/namespaces/{namespace}/configmaps?dryRun=All         | {"metadata":{"name":"cm-mario"},"data":{"tune":"mario"}}    | 201 Created   | metadata.uid=something               |
      | GET /api/v1/namespaces/{namespace}/configmaps/cm-mario            |                                                             | 404 Not Found |                                      |
      | POST /api/v1/namespaces/{namespace}/configmaps                    | {"metadata":{"name":"cm-mario"},"data":{"tune":"mario"}}    | 201 Created   |                                      |
      | PATCH /api/v1/namespaces/{namespace}/configmaps/cm-mario?dryRun=All | {"data":{"tune":"zelda"}}                                 | 200 OK        | data.tune=zelda                      |
      | DELETE /api/v1/namespaces/{namespace}/configmaps/cm-mario?dryRun=All |                                                          | 200 OK        |                                      |
      | GET /api/v1/namespaces/{namespace}/configmaps/cm-mario            |                                                             | 200 OK        | data.tune=mario                      |
      | POST /api/v1/namespaces/{namespace}/configmaps?dryRun=All         | {"metadata":{"name":"cm-mario"}}                            | 409 Conflict  |                                      |

  Scenario: Whoever has no name for an object is given one
    https://kubernetes.io/docs/reference/using-api/api-concepts/#generated-values
    Then the API server answers these requests, one after the other:
      | request                                                        | body                                                                                 | answer      | answer holds                                                     |
      | POST /api/v1/namespaces/{namespace}/configmaps                  | {"metadata":{"generateName":"tune-","labels":{"number":"1"}}}                        | 201 Created | metadata.generateName=tune-; metadata.name=something             |
      | GET /api/v1/namespaces/{namespace}/configmaps/{metadata.name}   |                                                                                      | 200 OK      | metadata.labels.number=1; metadata.name={metadata.name}          |
      | POST /api/v1/namespaces/{namespace}/configmaps                  | {"metadata":{"generateName":"tune-","labels":{"number":"2"}}}                        | 201 Created | metadata.generateName=tune-; metadata.name=something             |
      | GET /api/v1/namespaces/{namespace}/configmaps/{metadata.name}   |                                                                                      | 200 OK      | metadata.labels.number=2                                         |
      | POST /api/v1/namespaces/{namespace}/configmaps                  | {"metadata":{}}                                                                      | 422 Unprocessable Entity | details.causes.field=metadata.name                  |

  Scenario: The API server itself makes the table that kubectl prints
    Upstream: "[sig-api-machinery] Servers with support for Table transformation should return …".
    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: echoserver
      spec:
        type: ExternalName
        externalName: echoserver.example.org
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        clusterIP: None
        selector:
          app: web
        ports:
          - port: 80
            protocol: TCP
      """
    Then "/api/v1/namespaces/{namespace}/services" prints as this table:
      | Name       | Type         | Cluster-IP | External-IP            | Port(s) | Selector |
      | echoserver | ExternalName | <none>     | echoserver.example.org | <none>  | <none>   |
      | web        | ClusterIP    | None       | <none>                 | 80/TCP  | app=web  |
