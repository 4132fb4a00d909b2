@etcd @slide-apiserver-etcd
Feature: Etcd and the cache
  Who reads etcd when somebody lists?

  Nobody, usually. Every list used to be read from etcd, because the API server's own copy could be some moments behind. Now it asks etcd only
  which revision is the newest, waits until its copy is as new, and answers from that.
  Reference: https://kubernetes.io/docs/reference/using-api/api-concepts/#semantics-for-get-and-list and
  https://kubernetes.io/blog/2024/08/15/consistent-read-from-cache-beta/

  Background:
    Given a cluster
    And this CustomResourceDefinition is registered:
      """yaml
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata:
        name: drawings.{namespace}.estaleiro.io
      spec:
        group: "{namespace}.estaleiro.io"
        scope: Namespaced
        names: { kind: Drawing, plural: drawings }
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
      """

  @requires-kubernetes>=1.34
  Scenario: A list sees the write before it, though it comes from the cache
    When somebody makes 5 Drawings, and lists them after each
    Then of the objects in these lists 0 came from etcd, and at least 15 from the API server's cache
