@controllers @slide-controllers
Feature: Namespaces
  Who cleans up when a whole namespace is deleted?

  A controller: it deletes everything in the namespace, one kind after another, waits until all of it is gone, and only then removes the
  namespace.
  Reference: https://kubernetes.io/docs/tasks/administer-cluster/namespaces/#deleting-a-namespace and upstream's
  "[sig-api-machinery] Namespaces [Serial] should ensure that all pods are removed when a namespace is deleted [Conformance]",
  "… should ensure that all services are removed when a namespace is deleted [Conformance]"

  Background:
    Given a cluster

  # upstream: [sig-api-machinery] Namespaces should ensure that all pods are removed when a namespace is deleted [Conformance] [Serial]
  # upstream: [sig-api-machinery] Namespaces should ensure that all services are removed when a namespace is deleted [Conformance] [Serial]
  Scenario: With a namespace goes everything that is in it
    Given somebody watches the ConfigMaps
    And this manifest is applied:
      """yaml
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: cm-mario
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        ports:
          - port: 80
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      spec:
        replicas: 1
        selector:
          matchLabels:
            app: web
        template:
          metadata:
            labels:
              app: web
          spec:
            containers:
              - name: web
                image: toolbox
                command: [sleep, infinity]
      """
    And the 1 pod of the Deployment "web" becomes Ready
    When the Namespace "{namespace}" is deleted
    Then the Namespace "{namespace}" disappears
    And the watcher was told:
      | event   | object   |
      | ADDED   | cm-mario |
      | DELETED | cm-mario |
    And the namespace comes to hold:
      | kind           | objects |
      | Service        | 0       |
      | Deployment     | 0       |
      | ReplicaSet     | 0       |
      | Pod            | 0       |
      | Secret         | 0       |
      | ServiceAccount | 0       |

  Scenario: What holds one object holds the whole namespace
    https://kubernetes.io/docs/concepts/overview/working-with-objects/finalizers/
    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: last-song
        finalizers: [estaleiro.io/encore]
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: first-song
      """
    When the Namespace "{namespace}" is deleted
    Then the Namespace "{namespace}" comes to have:
      | field                                                    | value       |
      | status.phase                                             | Terminating |
      | status.conditions[NamespaceContentRemaining].status      | True        |
      | status.conditions[NamespaceFinalizersRemaining].status   | True        |
    And the ConfigMap "first-song" disappears
    And the ConfigMap "last-song" comes to have:
      | field                      | value    |
      | metadata.deletionTimestamp | anything |
    When the finalizers of the ConfigMap "last-song" are removed
    Then the Namespace "{namespace}" disappears

  # upstream: [sig-api-machinery] OrderedNamespaceDeletion namespace deletion should delete pod first [Conformance]
  @requires-kubernetes>=1.34
  Scenario: The pods go first, so that nothing that guards them goes before them
    Before, the kinds went in any order: a NetworkPolicy could be gone while the pods that it isolated still ran. The finalizer stands for a pod
    that takes long to end. https://github.com/kubernetes/enhancements/tree/master/keps/sig-api-machinery/5080-ordered-namespace-deletion

    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Namespace
      metadata:
        name: "{namespace}-clock"
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: guard
      spec:
        podSelector: {}
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: guarded
        finalizers: [estaleiro.io/encore]
      spec:
        terminationGracePeriodSeconds: 0
        nodeSelector:
          moon: base
        containers:
          - name: guarded
            image: toolbox
      """
    When the Namespace "{namespace}" is deleted
    Then the Pod "guarded" is marked for deletion
    When the Namespace "{namespace}-clock" is deleted
    Then the Namespace "{namespace}-clock" disappears
    And the NetworkPolicy "guard" comes to have:
      | field                      | value |
      | metadata.deletionTimestamp | none  |
    When the finalizers of the Pod "guarded" are removed
    Then the Pod "guarded" disappears
    And the NetworkPolicy "guard" disappears
    And the Namespace "{namespace}" disappears
