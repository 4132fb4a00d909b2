@api-server @slide-apiserver-etcd
Feature: Field validation
  What becomes of a field that the API server does not know?

  It used to be dropped in silence: a typo in a manifest was found when its absence hurt. The writer now chooses what is to happen; kubectl
  has chosen Strict since 1.27.
  Reference: https://kubernetes.io/docs/reference/using-api/api-concepts/#setting-the-field-validation-level

  Background:
    Given a cluster

  Scenario: Unless somebody asks, an unknown field is dropped
    As ever: this is what "fieldValidation=Ignore" says in words.

    Then the API server answers these requests, one after the other:
      | request                                                               | body                                                         | answer      | answer holds | warning |
      | POST /api/v1/namespaces/{namespace}/configmaps?fieldValidation=Ignore | {"metadata":{"name":"cm-mario"},"tune":"e e e","data":{}}    | 201 Created | tune=        |         |
      | GET /api/v1/namespaces/{namespace}/configmaps/cm-mario                |                                                              | 200 OK      | tune=        |         |

  # upstream: [sig-api-machinery] FieldValidation should detect unknown and duplicate fields of a typed object [Conformance]
  # upstream: [sig-api-machinery] FieldValidation should detect unknown metadata fields of a typed object [Conformance]
  @requires-kubernetes>=1.27
  Scenario: Asked to be strict, the API server refuses the object and names the field
    Then the API server answers these requests, one after the other:
      | request                                                               | body                                                                             | answer          | answer holds                                                                                                                  |
      | POST /api/v1/namespaces/{namespace}/configmaps?fieldValidation=Strict | {"metadata":{"name":"cm-mario"},"tune":"e e e"}                                  | 400 Bad Request | message=ConfigMap in version "v1" cannot be handled as a ConfigMap: strict decoding error: unknown field "tune"               |
      | POST /api/v1/namespaces/{namespace}/configmaps?fieldValidation=Strict | {"metadata":{"name":"cm-mario"},"data":{"tune":"e e e"},"data":{"tune":"c c c"}} | 400 Bad Request | message=ConfigMap in version "v1" cannot be handled as a ConfigMap: strict decoding error: duplicate field "data"             |
      | POST /api/v1/namespaces/{namespace}/configmaps?fieldValidation=Strict | {"metadata":{"name":"cm-mario","composer":"Kondo"}}                              | 400 Bad Request | message=ConfigMap in version "v1" cannot be handled as a ConfigMap: strict decoding error: unknown field "metadata.composer"  |
      | GET /api/v1/namespaces/{namespace}/configmaps/cm-mario                |                                                                                  | 404 Not Found   |                                                                                                                               |
      | POST /api/v1/namespaces/{namespace}/configmaps?fieldValidation=Strict | {"metadata":{"name":"cm-mario"},"data":{"tune":"e e e"}}                         | 201 Created     | data.tune=e e e                                                                                                               |

  @requires-kubernetes>=1.27
  Scenario: Asked to warn, it stores the object without the field and says so
    This is also what happens when nobody asks.

    Then the API server answers these requests, one after the other:
      | request                                                             | body                                                              | answer      | answer holds | warning                       |
      | POST /api/v1/namespaces/{namespace}/configmaps?fieldValidation=Warn | {"metadata":{"name":"cm-mario"},"tune":"e e e"}                   | 201 Created | tune=        | unknown field "tune"          |
      | POST /api/v1/namespaces/{namespace}/configmaps                      | {"metadata":{"name":"cm-zelda","composer":"Kondo"}}               | 201 Created |              | unknown field "metadata.composer" |
