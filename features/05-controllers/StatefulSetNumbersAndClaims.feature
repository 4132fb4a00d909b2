@controllers @slide-controllers
Feature: StatefulSet numbers and claims
  What does a StatefulSet leave behind, and where does it begin to count?

  Its pods count from 0, and the claims that were made for them stay when they go. Both can be told otherwise.
  Reference: https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#ordinal-index and
  https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#persistentvolumeclaim-retention

  Background:
    Given a cluster

  @requires-kubernetes>=1.31
  Scenario: It begins at the number that it is given
    So half of the replicas can move to another cluster, and no number exists twice.

    Given somebody keeps a diary of the pods
    When this manifest is applied:
      """yaml
      apiVersion: apps/v1
      kind: StatefulSet
      metadata:
        name: database
      spec:
        serviceName: database
        replicas: 2
        ordinals:
          start: 5
        selector:
          matchLabels:
            app: database
        template:
          metadata:
            labels:
              app: database
          spec:
            containers:
              - name: database
                image: toolbox
                command: [sleep, infinity]
      """
    Then the diary says:
      | pod        | what    |
      | database-5 | created |
      | database-5 | Ready   |
      | database-6 | created |
      | database-6 | Ready   |

  Scenario: When it shrinks, the claims of its pods stay
    As ever: data is never deleted by accident, but also never on purpose. Compare the next scenario. Nobody has a volume of that class, so the
    pods wait.

    Given this manifest is applied:
      """yaml
      apiVersion: apps/v1
      kind: StatefulSet
      metadata:
        name: database
      spec:
        serviceName: database
        replicas: 2
        podManagementPolicy: Parallel
        selector:
          matchLabels:
            app: database
        template:
          metadata:
            labels:
              app: database
          spec:
            containers:
              - name: database
                image: toolbox
        volumeClaimTemplates:
          - metadata:
              name: data
            spec:
              storageClassName: "{namespace}"
              accessModes: [ReadWriteOnce]
              resources:
                requests:
                  storage: 1Mi
      """
    And the namespace comes to hold:
      | kind                  | objects |
      | Pod                   | 2       |
      | PersistentVolumeClaim | 2       |
    When the StatefulSet "database" is scaled to 1
    Then the Pod "database-1" disappears
    And the PersistentVolumeClaim "data-database-1" comes to have:
      | field                    | value |
      | metadata.ownerReferences | none  |

  @requires-kubernetes>=1.32
  Scenario: When it shrinks, the claims of its pods go too, if it says so
    Given this manifest is applied:
      """yaml
      apiVersion: apps/v1
      kind: StatefulSet
      metadata:
        name: database
      spec:
        serviceName: database
        replicas: 2
        podManagementPolicy: Parallel
        persistentVolumeClaimRetentionPolicy:
          whenScaled: Delete
        selector:
          matchLabels:
            app: database
        template:
          metadata:
            labels:
              app: database
          spec:
            containers:
              - name: database
                image: toolbox
        volumeClaimTemplates:
          - metadata:
              name: data
            spec:
              storageClassName: "{namespace}"
              accessModes: [ReadWriteOnce]
              resources:
                requests:
                  storage: 1Mi
      """
    And the namespace comes to hold:
      | kind                  | objects |
      | Pod                   | 2       |
      | PersistentVolumeClaim | 2       |
    When the StatefulSet "database" is scaled to 1
    Then the Pod "database-1" disappears
    And the PersistentVolumeClaim "data-database-1" disappears
    And the namespace comes to hold:
      | kind                  | objects |
      | Pod                   | 1       |
      | PersistentVolumeClaim | 1       |
