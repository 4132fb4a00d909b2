@controllers @slide-controllers @requires-dynamic-volumes @requires-multi-node @requires-node-labels
Feature: Dynamic volumes
  Who makes a disk for my claim?

  One claim, one new volume: a provisioner, told by the claim's StorageClass, makes what did not exist before. Where there is no cloud, somebody
  else's computer has to do: the volume is a folder of the node that the claim's first pod runs on. So the claim waits for that pod.
  Reference: https://kubernetes.io/docs/concepts/storage/dynamic-provisioning/,
  https://kubernetes.io/docs/concepts/storage/storage-classes/#volume-binding-mode and upstream's
  "[sig-storage] Dynamic Provisioning DynamicProvisioner [Slow] should provision storage with different parameters"

  Background:
    Given a cluster with these nodes:
      | node  | labels   |
      | node1 | disk=hdd |
      | node2 | disk=ssd |

  Scenario: A claim waits for its first pod, and gets its volume where the pod is to run
    Given this manifest is applied:
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
      """
    And the claim "photos" stays Pending, and the event WaitForFirstConsumer says why
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata:
        name: gallery
      spec:
        nodeSelector:
          disk: ssd
        terminationGracePeriodSeconds: 1
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
    Then a volume is made for the claim "photos" on "node2"
    And the pod "gallery" becomes Ready on "node2"

  Scenario: What one pod has written the next one reads, wherever the scheduler would have put it
    Given this manifest is applied:
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
        nodeSelector:
          disk: ssd
        terminationGracePeriodSeconds: 1
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
    And a volume is made for the claim "photos" on "node2"
    And the pod "gallery" becomes Ready
    And these commands run in the pod "gallery":
      | command                       |
      | echo a boat > /photos/harbour |
    When the Pod "gallery" is deleted
    And the Pod "gallery" disappears
    And this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Pod
      metadata:
        name: visitor
      spec:
        terminationGracePeriodSeconds: 1
        containers:
          - name: visitor
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
    Then the pod "visitor" becomes Ready on "node2"
    And these commands run in the pod "visitor":
      | command             | prints |
      | cat /photos/harbour | a boat |

  @requires-node-access
  Scenario: With its claim a volume goes, and what was in it
    Given this manifest is applied:
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
        nodeSelector:
          disk: ssd
        terminationGracePeriodSeconds: 1
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
    And a volume is made for the claim "photos" on "node2"
    And the pod "gallery" becomes Ready
    And these commands run in the pod "gallery":
      | command                       |
      | echo a boat > /photos/harbour |
    And on "node2" the folder of the volume of "photos" holds "harbour"
    When the Pod "gallery" is deleted
    And the PersistentVolumeClaim "photos" is deleted
    Then the volume of "photos" disappears
    And on "node2" the folder of the volume of "photos" is gone

  @requires-node-access
  Scenario: A volume to be retained outlives its claim, until somebody decides otherwise
    Given this manifest is applied:
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
        nodeSelector:
          disk: ssd
        terminationGracePeriodSeconds: 1
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
    And a volume is made for the claim "photos" on "node2"
    And the pod "gallery" becomes Ready
    And these commands run in the pod "gallery":
      | command                       |
      | echo a boat > /photos/harbour |
    When the reclaim policy of the volume of "photos" is set to Retain
    And the Pod "gallery" is deleted
    And the PersistentVolumeClaim "photos" is deleted
    Then the volume of "photos" is kept, as Released
    And on "node2" the folder of the volume of "photos" holds "harbour"
    When the reclaim policy of the volume of "photos" is set to Delete
    Then the volume of "photos" disappears

  Scenario: Many writers on many nodes are more than a folder of one node can serve
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata:
        name: photos
      spec:
        accessModes: [ReadWriteMany]
        resources:
          requests:
            storage: 1Mi
      ---
      apiVersion: v1
      kind: Pod
      metadata:
        name: gallery
      spec:
        nodeSelector:
          disk: ssd
        terminationGracePeriodSeconds: 1
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
    Then the claim "photos" stays Pending, and the event ProvisioningFailed says why

  Scenario: A claim whose class does not allow it cannot grow
    Given this manifest is applied:
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
        nodeSelector:
          disk: ssd
        terminationGracePeriodSeconds: 1
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
    And a volume is made for the claim "photos" on "node2"
    Then the API server answers these requests, one after the other:
      | request                                                             | format      | body                                                 | answer        |
      | PATCH /api/v1/namespaces/{namespace}/persistentvolumeclaims/photos | merge patch | {"spec":{"resources":{"requests":{"storage":"2Mi"}}}} | 403 Forbidden |
