@controllers @slide-controllers
Feature: Volumes
  Who finds a disk for my claim?

  A PersistentVolumeClaim says how much is needed, a PersistentVolume says what there is, and a controller binds one to the other.
  Reference: https://kubernetes.io/docs/concepts/storage/persistent-volumes/#lifecycle-of-a-volume-and-claim

  Background:
    Given a cluster

  Scenario: A claim is bound to the smallest volume that is large enough
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: PersistentVolume
      metadata:
        name: "{namespace}-small"
      spec:
        storageClassName: "{namespace}"
        accessModes: [ReadWriteOnce]
        capacity:
          storage: 1Gi
        hostPath:
          path: /var/tmp
      ---
      apiVersion: v1
      kind: PersistentVolume
      metadata:
        name: "{namespace}-middle"
      spec:
        storageClassName: "{namespace}"
        accessModes: [ReadWriteOnce]
        capacity:
          storage: 5Gi
        hostPath:
          path: /var/tmp
      ---
      apiVersion: v1
      kind: PersistentVolume
      metadata:
        name: "{namespace}-big"
      spec:
        storageClassName: "{namespace}"
        accessModes: [ReadWriteOnce]
        capacity:
          storage: 10Gi
        hostPath:
          path: /var/tmp
      ---
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata:
        name: photos
      spec:
        storageClassName: "{namespace}"
        accessModes: [ReadWriteOnce]
        resources:
          requests:
            storage: 3Gi
      """
    Then the PersistentVolumeClaim "photos" comes to have:
      | field                   | value              |
      | status.phase            | Bound              |
      | status.capacity.storage | 5Gi                |
      | spec.volumeName         | {namespace}-middle |
    And the PersistentVolume "{namespace}-middle" comes to have:
      | field              | value  |
      | status.phase       | Bound  |
      | spec.claimRef.name | photos |
    And the PersistentVolume "{namespace}-big" comes to have:
      | field        | value     |
      | status.phase | Available |

  Scenario: A claim waits until there is a volume for it
    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata:
        name: photos
      spec:
        storageClassName: "{namespace}"
        accessModes: [ReadWriteOnce]
        resources:
          requests:
            storage: 3Gi
      """
    And the PersistentVolumeClaim "photos" comes to have:
      | field        | value   |
      | status.phase | Pending |
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: PersistentVolume
      metadata:
        name: "{namespace}-late"
      spec:
        storageClassName: "{namespace}"
        accessModes: [ReadWriteOnce]
        capacity:
          storage: 3Gi
        hostPath:
          path: /var/tmp
      """
    Then the PersistentVolumeClaim "photos" comes to have:
      | field           | value            |
      | status.phase    | Bound            |
      | spec.volumeName | {namespace}-late |

  Scenario: A volume whose claim is gone is kept, and not given to others
    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: PersistentVolume
      metadata:
        name: "{namespace}-kept"
      spec:
        persistentVolumeReclaimPolicy: Retain
        storageClassName: "{namespace}"
        accessModes: [ReadWriteOnce]
        capacity:
          storage: 1Gi
        hostPath:
          path: /var/tmp
      ---
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata:
        name: photos
      spec:
        storageClassName: "{namespace}"
        accessModes: [ReadWriteOnce]
        resources:
          requests:
            storage: 1Gi
      """
    And the PersistentVolumeClaim "photos" comes to have:
      | field        | value |
      | status.phase | Bound |
    When the PersistentVolumeClaim "photos" is deleted
    Then the PersistentVolumeClaim "photos" disappears
    And the PersistentVolume "{namespace}-kept" comes to have:
      | field        | value    |
      | status.phase | Released |

  Scenario: A claim that a pod uses stays until the pod is gone
    Reference: "[sig-storage] PVC Protection Verify that PVC in active use by a pod is not removed immediately"

    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: PersistentVolume
      metadata:
        name: "{namespace}-used"
      spec:
        storageClassName: "{namespace}"
        accessModes: [ReadWriteOnce]
        capacity:
          storage: 1Gi
        hostPath:
          path: /var/tmp
      ---
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata:
        name: photos
      spec:
        storageClassName: "{namespace}"
        accessModes: [ReadWriteOnce]
        resources:
          requests:
            storage: 1Gi
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: gallery
      spec:
        containers:
          - name: gallery
            image: toolbox
            command: [sleep, infinity]
            volumeMounts:
              - name: photos
                mountPath: /photos
        volumes:
          - name: photos
            persistentVolumeClaim:
              claimName: photos
      """
    And the Pod "gallery" comes to have:
      | field                           | value |
      | status.conditions[Ready].status | True  |
    When the PersistentVolumeClaim "photos" is deleted
    Then the PersistentVolumeClaim "photos" comes to have:
      | field                      | value                        |
      | status.phase               | Bound                        |
      | metadata.deletionTimestamp | anything                     |
      | metadata.finalizers[0]     | kubernetes.io/pvc-protection |
    When the Pod "gallery" is deleted
    Then the PersistentVolumeClaim "photos" disappears

  @requires-dynamic-volumes
  Scenario: Where the cluster can make volumes, a claim gets one made for it
    Reference: https://kubernetes.io/docs/concepts/storage/dynamic-provisioning/

    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata:
        name: photos
      spec:
        accessModes: [ReadWriteOnce]
        resources:
          requests:
            storage: 1Mi
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: gallery
      spec:
        containers:
          - name: gallery
            image: toolbox
            command: [sleep, infinity]
            volumeMounts:
              - name: photos
                mountPath: /photos
        volumes:
          - name: photos
            persistentVolumeClaim:
              claimName: photos
      """
    Then the PersistentVolumeClaim "photos" comes to have:
      | field        | value |
      | status.phase | Bound |
