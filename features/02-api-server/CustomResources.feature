@api-server @slide-music
Feature: Custom resources
  What does the API server need to know about a kind to serve it?

  A CustomResourceDefinition: a name, a schema, and the columns to print. From then on the kind has everything that a built-in kind has.
  Reference: https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/ and upstream's
  "[sig-api-machinery] CustomResourceDefinition resources … [Conformance]"

  Background:
    Given a cluster
    And this CustomResourceDefinition is registered:
      """yaml
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: tunes.{namespace}.estaleiro.io
      spec:
        group: "{namespace}.estaleiro.io"
        scope: Namespaced
        names:
          kind: Tune
          plural: tunes
          singular: tune
          shortNames: [tn]
          categories: [jukebox]
        versions:
          - name: v1
            served: true
            storage: true
            subresources:
              status: {}
              scale:
                specReplicasPath: .spec.players
                statusReplicasPath: .status.players
            additionalPrinterColumns:
              - name: Title
                type: string
                jsonPath: .spec.title
              - name: Volume
                type: integer
                jsonPath: .spec.volume
            schema: &schema
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    required: [title]
                    properties:
                      title:
                        type: string
                      volume:
                        type: integer
                        minimum: 0
                        maximum: 11
                        default: 5
                      players:
                        type: integer
                  status:
                    type: object
                    properties:
                      players:
                        type: integer
                      playing:
                        type: boolean
          - name: v1beta1
            served: true
            storage: false
            schema: *schema
      """

  Scenario: A kind that is registered is in discovery, with its short name and category
    Then the API server answers these requests, one after the other:
      | request                                | answer | answer holds                                                                                                                    |
      | GET /apis/{namespace}.estaleiro.io      | 200 OK | versions.version=v1 v1beta1; preferredVersion.version=v1                                                                        |
      | GET /apis/{namespace}.estaleiro.io/v1   | 200 OK | resources.name=tunes tunes/status tunes/scale; resources.shortNames=tn; resources.categories=jukebox |

  Scenario: An object that does not fit the schema is refused, and the answer names the field
    Then the API server answers these requests, one after the other:
      | request                                                       | body                                                                                                                                     | answer                   | answer holds                       |
      | POST /apis/{namespace}.estaleiro.io/v1/namespaces/{namespace}/tunes | {"apiVersion":"{namespace}.estaleiro.io/v1","kind":"Tune","metadata":{"name":"mario"},"spec":{"volume":5}}                          | 422 Unprocessable Entity | details.causes.field=spec.title    |
      | POST /apis/{namespace}.estaleiro.io/v1/namespaces/{namespace}/tunes | {"apiVersion":"{namespace}.estaleiro.io/v1","kind":"Tune","metadata":{"name":"mario"},"spec":{"title":"Mario","volume":12}}         | 422 Unprocessable Entity | details.causes.field=spec.volume   |
      | POST /apis/{namespace}.estaleiro.io/v1/namespaces/{namespace}/tunes | {"apiVersion":"{namespace}.estaleiro.io/v1","kind":"Tune","metadata":{"name":"mario"},"spec":{"title":"Mario","volume":"loud"}}     | 422 Unprocessable Entity | details.causes.field=spec.volume   |
      | GET /apis/{namespace}.estaleiro.io/v1/namespaces/{namespace}/tunes/mario |                                                                                                                                | 404 Not Found            |                                    |
      | POST /apis/{namespace}.estaleiro.io/v1/namespaces/{namespace}/tunes | {"apiVersion":"{namespace}.estaleiro.io/v1","kind":"Tune","metadata":{"name":"mario"},"spec":{"title":"Mario","volume":11}}         | 201 Created              |                                    |

  Scenario: What is left out gets its default, what the schema does not know is dropped
    Then the API server answers these requests, one after the other:
      | request                                                            | body                                                                                                                                     | answer      | answer holds                                     |
      | POST /apis/{namespace}.estaleiro.io/v1/namespaces/{namespace}/tunes      | {"apiVersion":"{namespace}.estaleiro.io/v1","kind":"Tune","metadata":{"name":"mario"},"spec":{"title":"Mario","echo":"long"}}       | 201 Created | spec.title=Mario; spec.volume=5; spec.echo=      |
      | GET /apis/{namespace}.estaleiro.io/v1/namespaces/{namespace}/tunes/mario |                                                                                                                                     | 200 OK      | spec.title=Mario; spec.volume=5; spec.echo=      |

  Scenario: Wish and state are written apart, and only a new wish is a new generation
    Then the API server answers these requests, one after the other:
      | request                                                                       | body                                                                                                                                     | answer      | answer holds                                              |
      | POST /apis/{namespace}.estaleiro.io/v1/namespaces/{namespace}/tunes             | {"apiVersion":"{namespace}.estaleiro.io/v1","kind":"Tune","metadata":{"name":"mario"},"spec":{"title":"Mario"},"status":{"playing":true}} | 201 Created | metadata.generation=1; status=                            |
      | PATCH /apis/{namespace}.estaleiro.io/v1/namespaces/{namespace}/tunes/mario/status | {"spec":{"title":"Zelda"},"status":{"playing":true}}                                                                                   | 200 OK      | metadata.generation=1; spec.title=Mario; status.playing=true  |
      | PATCH /apis/{namespace}.estaleiro.io/v1/namespaces/{namespace}/tunes/mario        | {"spec":{"title":"Zelda"},"status":{"playing":false}}                                                                                  | 200 OK      | metadata.generation=2; spec.title=Zelda; status.playing=true  |
      | PATCH /apis/{namespace}.estaleiro.io/v1/namespaces/{namespace}/tunes/mario        | {"metadata":{"labels":{"game":"zelda"}}}                                                                                               | 200 OK      | metadata.generation=2                                     |

  Scenario: The scale subresource is the same for every kind that can be scaled
    Then the API server answers these requests, one after the other:
      | request                                                                        | body                                                                                                                                  | answer      | answer holds                                  |
      | POST /apis/{namespace}.estaleiro.io/v1/namespaces/{namespace}/tunes              | {"apiVersion":"{namespace}.estaleiro.io/v1","kind":"Tune","metadata":{"name":"mario"},"spec":{"title":"Mario","players":2}}            | 201 Created |                                               |
      | PATCH /apis/{namespace}.estaleiro.io/v1/namespaces/{namespace}/tunes/mario/status | {"status":{"players":1}}                                                                                                             | 200 OK      |                                               |
      | GET /apis/{namespace}.estaleiro.io/v1/namespaces/{namespace}/tunes/mario/scale   |                                                                                                                                       | 200 OK      | kind=Scale; spec.replicas=2; status.replicas=1 |
      | PATCH /apis/{namespace}.estaleiro.io/v1/namespaces/{namespace}/tunes/mario/scale | {"spec":{"replicas":4}}                                                                                                               | 200 OK      | kind=Scale; spec.replicas=4                   |
      | GET /apis/{namespace}.estaleiro.io/v1/namespaces/{namespace}/tunes/mario         |                                                                                                                                       | 200 OK      | kind=Tune; spec.players=4; metadata.generation=2 |

  Scenario: kubectl prints the columns the definition asks for
    Given this manifest is applied:
      """yaml
      apiVersion: "{namespace}.estaleiro.io/v1"
      kind: Tune
      metadata:
        name: mario
      spec:
        title: Super Mario
      ---
      apiVersion: "{namespace}.estaleiro.io/v1"
      kind: Tune
      metadata:
        name: zelda
      spec:
        title: The Legend of Zelda
        volume: 11
      """
    Then "/apis/{namespace}.estaleiro.io/v1/namespaces/{namespace}/tunes" prints as this table:
      | Name  | Title               | Volume |
      | mario | Super Mario         | 5      |
      | zelda | The Legend of Zelda | 11     |

  Scenario: kubectl knows a new kind within seconds, by each of its names
    Given this manifest is applied:
      """yaml
      apiVersion: "{namespace}.estaleiro.io/v1"
      kind: Tune
      metadata:
        name: mario
      spec:
        title: Mario
      """
    Then kubectl prints, when it is asked for these:
      | kubectl                              | NAME  | TITLE | VOLUME |
      | get tunes.{namespace}.estaleiro.io   | mario | Mario | 5      |
      | get tn                               | mario | Mario | 5      |
      | get tune mario                       | mario | Mario | 5      |
      | get jukebox                          | mario | Mario | 5      |

  Scenario: One object is served in both versions
    https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/
    Then the API server answers these requests, one after the other:
      | request                                                                       | body                                                                                                                        | answer      | answer holds                                                                  |
      | POST /apis/{namespace}.estaleiro.io/v1beta1/namespaces/{namespace}/tunes        | {"apiVersion":"{namespace}.estaleiro.io/v1beta1","kind":"Tune","metadata":{"name":"mario"},"spec":{"title":"Mario"}}         | 201 Created | apiVersion={namespace}.estaleiro.io/v1beta1; metadata.uid=something           |
      | GET /apis/{namespace}.estaleiro.io/v1/namespaces/{namespace}/tunes/mario        |                                                                                                                             | 200 OK      | apiVersion={namespace}.estaleiro.io/v1; metadata.uid={metadata.uid}           |
      | GET /apis/{namespace}.estaleiro.io/v2/namespaces/{namespace}/tunes/mario        |                                                                                                                             | 404 Not Found |                                                                             |

  # upstream: [sig-api-machinery] CustomResourceDefinition resources [Privileged:ClusterAdmin] Simple CustomResourceDefinition creating/deleting custom resource definition objects works [Conformance]
  Scenario: With the definition go its objects, and the kind
    Given this manifest is applied:
      """yaml
      apiVersion: "{namespace}.estaleiro.io/v1"
      kind: Tune
      metadata:
        name: mario
      spec:
        title: Super Mario
      """
    And the API server answers these requests, one after the other:
      | request                                                                   | answer        | answer holds              |
      | GET /apis/{namespace}.estaleiro.io/v1/namespaces/{namespace}/tunes/mario   | 200 OK        | metadata.uid=something    |
    When the CustomResourceDefinition "tunes.{namespace}.estaleiro.io" is deleted
    Then the CustomResourceDefinition "tunes.{namespace}.estaleiro.io" goes away
    And the path "/apis/{namespace}.estaleiro.io/v1" is soon not served any more
    And the API server answers these requests, one after the other:
      | request                                                                   | answer        |
      | GET /apis/{namespace}.estaleiro.io/v1/namespaces/{namespace}/tunes/mario   | 404 Not Found |
