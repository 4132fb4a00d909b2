@api-server @slide-apiserver-etcd
Feature: Patches
  How do many people change one object without undoing each other's work?

  By sending only what changes. There are four patch formats, selected by the request's content type.
  Reference: https://kubernetes.io/docs/reference/using-api/api-concepts/#patch-and-apply

  Background:
    Given a cluster

  Scenario: A merge patch sets what it names, removes what it calls null, and replaces lists whole
    Given the API server answers these requests, one after the other:
      | request                                       | body                                                                                                         | answer      |
      | POST /api/v1/namespaces/{namespace}/services   | {"metadata":{"name":"radio"},"spec":{"clusterIP":"None","selector":{"app":"radio"},"ports":[{"name":"am","port":1},{"name":"fm","port":2}]}} | 201 Created |
    Then the API server answers these requests, one after the other:
      | request                                            | format      | body                                                              | answer | answer holds                                  |
      | PATCH /api/v1/namespaces/{namespace}/services/radio | merge patch | {"metadata":{"labels":{"on":"air"}},"spec":{"selector":null}}     | 200 OK | metadata.labels.on=air; spec.selector=; spec.ports.name=am fm |
      | PATCH /api/v1/namespaces/{namespace}/services/radio | merge patch | {"spec":{"ports":[{"name":"dab","port":3}]}}                      | 200 OK | metadata.labels.on=air; spec.ports.name=dab   |

  Scenario: A strategic merge patch knows which lists are merged, and by what key
    https://kubernetes.io/docs/tasks/manage-kubernetes-objects/update-api-object-kubectl-patch/
    Given the API server answers these requests, one after the other:
      | request                                       | body                                                                                                         | answer      |
      | POST /api/v1/namespaces/{namespace}/services   | {"metadata":{"name":"radio"},"spec":{"clusterIP":"None","ports":[{"name":"am","port":1}]}}                    | 201 Created |
    Then the API server answers these requests, one after the other:
      | request                                            | format                | body                                                       | answer | answer holds                        |
      | PATCH /api/v1/namespaces/{namespace}/services/radio | strategic merge patch | {"spec":{"ports":[{"name":"fm","port":2}]}}                | 200 OK | spec.ports.port=2 1                 |
      | PATCH /api/v1/namespaces/{namespace}/services/radio | strategic merge patch | {"spec":{"ports":[{"port":1,"name":"medium-wave"}]}}       | 200 OK | spec.ports.port=2 1; spec.ports.name=fm medium-wave |
      | PATCH /api/v1/namespaces/{namespace}/services/radio | strategic merge patch | {"spec":{"ports":[{"port":1,"$patch":"delete"}]}}          | 200 OK | spec.ports.name=fm                  |

  Scenario: A JSON patch can test before it changes
    RFC 6902: if the test fails, nothing is applied.
    Given the API server answers these requests, one after the other:
      | request                                       | body                                                                     | answer      |
      | POST /api/v1/namespaces/{namespace}/configmaps | {"metadata":{"name":"cm-mario"},"data":{"tune":"mario","volume":"5"}}    | 201 Created |
    Then the API server answers these requests, one after the other:
      | request                                                 | format     | body                                                                                                                                       | answer                   | answer holds               |
      | PATCH /api/v1/namespaces/{namespace}/configmaps/cm-mario | JSON patch | [{"op":"test","path":"/data/tune","value":"mario"},{"op":"replace","path":"/data/tune","value":"zelda"},{"op":"remove","path":"/data/volume"}] | 200 OK                   | data.tune=zelda; data.volume= |
      | PATCH /api/v1/namespaces/{namespace}/configmaps/cm-mario | JSON patch | [{"op":"add","path":"/data/volume","value":"11"},{"op":"test","path":"/data/tune","value":"mario"}]                                         | 422 Unprocessable Entity |                            |
      | GET /api/v1/namespaces/{namespace}/configmaps/cm-mario   |            |                                                                                                                                            | 200 OK                   | data.tune=zelda; data.volume= |

  Scenario: Of two who apply, the second may not take the first one's field, unless by force
    https://kubernetes.io/docs/reference/using-api/server-side-apply/#conflicts
    Then the API server answers these requests, one after the other:
      | request                                                                               | format | body                                                                                         | answer       | answer holds                                                                              |
      | PATCH /api/v1/namespaces/{namespace}/configmaps/cm-mario?fieldManager=ana               | apply  | {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"cm-mario"},"data":{"tune":"mario"}} | 201 Created  | data.tune=mario; metadata.managedFields.manager=ana                                       |
      | PATCH /api/v1/namespaces/{namespace}/configmaps/cm-mario?fieldManager=bia               | apply  | {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"cm-mario"},"data":{"volume":"5"}}   | 200 OK       | data.tune=mario; data.volume=5; metadata.managedFields.manager=ana bia                    |
      | PATCH /api/v1/namespaces/{namespace}/configmaps/cm-mario?fieldManager=bia               | apply  | {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"cm-mario"},"data":{"tune":"zelda"}} | 409 Conflict | details.causes.reason=FieldManagerConflict; details.causes.field=.data.tune               |
      | GET /api/v1/namespaces/{namespace}/configmaps/cm-mario                                  |        |                                                                                              | 200 OK       | data.tune=mario; data.volume=5                                                            |
      | PATCH /api/v1/namespaces/{namespace}/configmaps/cm-mario?fieldManager=bia&force=true    | apply  | {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"cm-mario"},"data":{"tune":"zelda"}} | 200 OK       | data.tune=zelda; data.volume=; metadata.managedFields.manager=bia                         |

  Scenario: What a manager no longer applies goes away, what another applied stays
    https://kubernetes.io/docs/reference/using-api/server-side-apply/#field-management
    Then the API server answers these requests, one after the other:
      | request                                                                  | format | body                                                                                                       | answer      | answer holds                                   |
      | PATCH /api/v1/namespaces/{namespace}/configmaps/cm-mario?fieldManager=ana  | apply  | {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"cm-mario"},"data":{"tune":"mario","tempo":"100"}} | 201 Created | data.tune=mario; data.tempo=100                |
      | PATCH /api/v1/namespaces/{namespace}/configmaps/cm-mario?fieldManager=bia  | apply  | {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"cm-mario"},"data":{"tempo":"100"}}                | 200 OK      | data.tune=mario; data.tempo=100                |
      | PATCH /api/v1/namespaces/{namespace}/configmaps/cm-mario?fieldManager=ana  | apply  | {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"cm-mario"}}                                       | 200 OK      | data.tune=; data.tempo=100                     |
