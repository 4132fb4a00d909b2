@api-server @slide-music
Feature: Custom resource rules
  Can a custom resource have rules that its schema cannot say?

  Yes: a definition may carry expressions (CEL) that compare fields with each other, and the new object with the old. Before, this took a
  webhook.
  Reference: https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation-rules

  Background:
    Given a cluster

  @requires-kubernetes>=1.29
  Scenario: A tune may get longer, never shorter
    A rule that mentions oldSelf is a transition rule: it is asked when the object changes.

    Given this CustomResourceDefinition is registered:
      """yaml
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: recordings.{namespace}-a.estaleiro.io
      spec:
        group: "{namespace}-a.estaleiro.io"
        scope: Namespaced
        names: { kind: Recording, plural: recordings }
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    properties:
                      seconds:
                        type: integer
                        x-kubernetes-validations:
                          - rule: self >= oldSelf
                            message: a recording never gets shorter
                      silence:
                        type: integer
                    x-kubernetes-validations:
                      - rule: "!has(self.silence) || self.silence < self.seconds"
                        message: more silence than sound
      """
    Then the API server answers these requests, one after the other:
      | request                                                                                       | body                                                                                                                                                  | answer                   | answer holds                                                                          |
      | POST /apis/{namespace}-a.estaleiro.io/v1/namespaces/{namespace}/recordings                    | {"apiVersion":"{namespace}-a.estaleiro.io/v1","kind":"Recording","metadata":{"name":"mario"},"spec":{"seconds":60,"silence":90}}                        | 422 Unprocessable Entity | details.causes.field=spec |
      | POST /apis/{namespace}-a.estaleiro.io/v1/namespaces/{namespace}/recordings                    | {"apiVersion":"{namespace}-a.estaleiro.io/v1","kind":"Recording","metadata":{"name":"mario"},"spec":{"seconds":60,"silence":5}}                         | 201 Created              | spec.seconds=60                                                                       |
      | PATCH /apis/{namespace}-a.estaleiro.io/v1/namespaces/{namespace}/recordings/mario             | {"spec":{"seconds":90}}                                                                                                                                 | 200 OK                   | spec.seconds=90                                                                       |
      | PATCH /apis/{namespace}-a.estaleiro.io/v1/namespaces/{namespace}/recordings/mario             | {"spec":{"seconds":30}}                                                                                                                                 | 422 Unprocessable Entity | details.causes.field=spec.seconds |
      | GET /apis/{namespace}-a.estaleiro.io/v1/namespaces/{namespace}/recordings/mario               |                                                                                                                                                         | 200 OK                   | spec.seconds=90                                                                       |

  @requires-kubernetes>=1.33
  Scenario: When the rules get stricter, what was stored before may stay as it is
    Without this, nobody could change anything else about an old object. Watch for: a change of the invalid field must make it valid.
    https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation-ratcheting

    Given this CustomResourceDefinition is registered:
      """yaml
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: albums.{namespace}-b.estaleiro.io
      spec:
        group: "{namespace}-b.estaleiro.io"
        scope: Namespaced
        names: { kind: Album, plural: albums }
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    properties:
                      title: { type: string }
                      year: { type: integer }
      """
    And the API server answers these requests, one after the other:
      | request                                                                 | body                                                                                                                                         | answer      |
      | POST /apis/{namespace}-b.estaleiro.io/v1/namespaces/{namespace}/albums  | {"apiVersion":"{namespace}-b.estaleiro.io/v1","kind":"Album","metadata":{"name":"mario"},"spec":{"title":"Mario","year":85}}                   | 201 Created |
    When this CustomResourceDefinition is registered:
      """yaml
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: albums.{namespace}-b.estaleiro.io
      spec:
        group: "{namespace}-b.estaleiro.io"
        scope: Namespaced
        names: { kind: Album, plural: albums }
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    properties:
                      title: { type: string }
                      year: { type: integer, minimum: 1900 }
      """
    And soon the API server answers this request like this:
      | request                                                                           | body                                                                                                                                    | answer                   |
      | POST /apis/{namespace}-b.estaleiro.io/v1/namespaces/{namespace}/albums?dryRun=All | {"apiVersion":"{namespace}-b.estaleiro.io/v1","kind":"Album","metadata":{"name":"zelda"},"spec":{"title":"Zelda","year":86}}              | 422 Unprocessable Entity |
    Then the API server answers these requests, one after the other:
      | request                                                                       | body                               | answer                   | answer holds                                |
      | PATCH /apis/{namespace}-b.estaleiro.io/v1/namespaces/{namespace}/albums/mario | {"spec":{"title":"Super Mario"}}   | 200 OK                   | spec.title=Super Mario; spec.year=85        |
      | PATCH /apis/{namespace}-b.estaleiro.io/v1/namespaces/{namespace}/albums/mario | {"spec":{"year":86}}               | 422 Unprocessable Entity | details.causes.field=spec.year              |
      | PATCH /apis/{namespace}-b.estaleiro.io/v1/namespaces/{namespace}/albums/mario | {"spec":{"year":1985}}             | 200 OK                   | spec.year=1985                              |

  @requires-kubernetes>=1.32
  Scenario: A definition says by which fields its objects can be selected
    Built-in kinds have a fixed few; a custom resource had its name and namespace alone.

    Given this CustomResourceDefinition is registered:
      """yaml
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: concerts.{namespace}-c.estaleiro.io
      spec:
        group: "{namespace}-c.estaleiro.io"
        scope: Namespaced
        names: { kind: Concert, plural: concerts }
        versions:
          - name: v1
            served: true
            storage: true
            selectableFields:
              - jsonPath: .spec.town
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    properties:
                      town: { type: string }
                      hall: { type: string }
      """
    Then the API server answers these requests, one after the other:
      | request                                                                                                  | body                                                                                                                                                       | answer          | answer holds              |
      | POST /apis/{namespace}-c.estaleiro.io/v1/namespaces/{namespace}/concerts                                 | {"apiVersion":"{namespace}-c.estaleiro.io/v1","kind":"Concert","metadata":{"name":"first"},"spec":{"town":"Salvador","hall":"small"}}                        | 201 Created     |                           |
      | POST /apis/{namespace}-c.estaleiro.io/v1/namespaces/{namespace}/concerts                                 | {"apiVersion":"{namespace}-c.estaleiro.io/v1","kind":"Concert","metadata":{"name":"second"},"spec":{"town":"Recife","hall":"small"}}                         | 201 Created     |                           |
      | GET /apis/{namespace}-c.estaleiro.io/v1/namespaces/{namespace}/concerts?fieldSelector=spec.town%3DRecife |                                                                                                                                                              | 200 OK          | items.metadata.name=second |
      | GET /apis/{namespace}-c.estaleiro.io/v1/namespaces/{namespace}/concerts?fieldSelector=spec.hall%3Dsmall  |                                                                                                                                                              | 400 Bad Request |                           |
