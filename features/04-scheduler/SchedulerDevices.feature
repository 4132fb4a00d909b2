@scheduler @slide-scheduler @requires-own-cluster
Feature: Scheduler: devices
  "A node with a GPU", says the slide. Which GPU?

  Counted resources (example.com/gpu: 1) only say how many. With dynamic resource allocation a driver publishes each device with its
  attributes, a claim says what is needed, and the scheduler picks the device together with the node. Here the specs play the driver.
  Reference: https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/

  Background:
    Given a cluster
    And these hollow nodes:
      | node |
      | one  |
      | two  |

  Scenario: A counted resource: the pod gets some GPU, and nobody says which
    The older way. Compare the next scenario.

    When these hollow nodes join:
      | node  | example.com/gpu |
      | three | 1               |
    And the pod "film" is created:
      """yaml
      containers:
        - resources:
            limits: { example.com/gpu: 1 }
      """
    Then the scheduler binds these pods:
      | pod  | node  |
      | film | three |
    When the pod "game" is created:
      """yaml
      containers:
        - resources:
            limits: { example.com/gpu: 1 }
      """
    Then the scheduler binds these pods:
      | pod  | node |
      | game | none |

  @requires-kubernetes>=1.34
  Scenario: A claim describes the device, and gets one that fits, once
    Only the device of node two has memory enough. Nothing is left for the second claim until the first is gone.

    Given this manifest is applied:
      """yaml
      apiVersion: resource.k8s.io/v1
      kind: DeviceClass
      metadata:
        name: "{namespace}-gpu"
      spec:
        selectors:
          - cel:
              expression: device.driver == "{namespace}.example.com"
      ---
      apiVersion: resource.k8s.io/v1
      kind: ResourceSlice
      metadata:
        name: "{namespace}-one"
      spec:
        driver: "{namespace}.example.com"
        nodeName: "{namespace}-one"
        pool: { name: "{namespace}-one", generation: 1, resourceSliceCount: 1 }
        devices:
          - name: small
            capacity: { memory: { value: 8Gi } }
      ---
      apiVersion: resource.k8s.io/v1
      kind: ResourceSlice
      metadata:
        name: "{namespace}-two"
      spec:
        driver: "{namespace}.example.com"
        nodeName: "{namespace}-two"
        pool: { name: "{namespace}-two", generation: 1, resourceSliceCount: 1 }
        devices:
          - name: large
            capacity: { memory: { value: 40Gi } }
      ---
      apiVersion: resource.k8s.io/v1
      kind: ResourceClaimTemplate
      metadata:
        name: large-gpu
      spec:
        spec:
          devices:
            requests:
              - name: gpu
                exactly:
                  deviceClassName: "{namespace}-gpu"
                  selectors:
                    - cel:
                        expression: device.capacity["{namespace}.example.com"].memory.compareTo(quantity("20Gi")) >= 0
      """
    When the pod "film" is created:
      """yaml
      resourceClaims:
        - name: gpu
          resourceClaimTemplateName: large-gpu
      containers:
        - resources:
            claims: [{ name: gpu }]
      """
    Then the scheduler binds these pods:
      | pod  | node |
      | film | two  |
    And the API server answers these requests, one after the other:
      | request                                                              | answer | answer holds                                                                                      |
      | GET /apis/resource.k8s.io/v1/namespaces/{namespace}/resourceclaims   | 200 OK | items.status.allocation.devices.results.device=large; items.status.reservedFor.name=film          |
    When the pod "game" is created:
      """yaml
      resourceClaims:
        - name: gpu
          resourceClaimTemplateName: large-gpu
      containers:
        - resources:
            claims: [{ name: gpu }]
      """
    Then the scheduler binds these pods:
      | pod  | node |
      | game | none |
    When the Pod "film" is deleted
    Then the scheduler binds these pods:
      | pod  | node |
      | game | two  |

  @requires-kubernetes>=1.34
  Scenario: Two pods share what one claim was given
    The claim is an object of its own; whoever names it is sent where the device is.

    Given this manifest is applied:
      """yaml
      apiVersion: resource.k8s.io/v1
      kind: DeviceClass
      metadata:
        name: "{namespace}-gpu"
      spec:
        selectors:
          - cel:
              expression: device.driver == "{namespace}.example.com"
      ---
      apiVersion: resource.k8s.io/v1
      kind: ResourceSlice
      metadata:
        name: "{namespace}-two"
      spec:
        driver: "{namespace}.example.com"
        nodeName: "{namespace}-two"
        pool: { name: "{namespace}-two", generation: 1, resourceSliceCount: 1 }
        devices:
          - name: only
      ---
      apiVersion: resource.k8s.io/v1
      kind: ResourceClaim
      metadata:
        name: family-gpu
      spec:
        devices:
          requests:
            - name: gpu
              exactly:
                deviceClassName: "{namespace}-gpu"
      """
    When 2 pods "player" are created:
      """yaml
      resourceClaims:
        - name: gpu
          resourceClaimName: family-gpu
      containers:
        - resources:
            claims: [{ name: gpu }]
      """
    Then the scheduler spreads the pods "player" like this:
      | node | pods |
      | two  | 2    |
    And the ResourceClaim "family-gpu" comes to have:
      | field                                          | value             |
      | status.allocation.devices.results.device       | only              |
      | status.reservedFor.resource                    | pods pods         |

  @requires-kubernetes>=1.29
  Scenario: A volume can be for one pod alone
    ReadWriteOnce means one node, whose pods all may write. ReadWriteOncePod means one pod.
    https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes

    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: PersistentVolume
      metadata:
        name: "{namespace}-diary"
      spec:
        storageClassName: "{namespace}"
        accessModes: [ReadWriteOncePod]
        capacity: { storage: 1Gi }
        hostPath: { path: /tmp/{namespace} }
      ---
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata:
        name: diary
      spec:
        storageClassName: "{namespace}"
        accessModes: [ReadWriteOncePod]
        resources: { requests: { storage: 1Gi } }
      """
    And the PersistentVolumeClaim "diary" comes to have:
      | field        | value |
      | status.phase | Bound |
    When the pod "writer" is created:
      """yaml
      nodeSelector: { kubernetes.io/hostname: "{namespace}-one" }
      volumes:
        - name: diary
          persistentVolumeClaim: { claimName: diary }
      """
    Then the scheduler binds these pods:
      | pod    | node |
      | writer | one  |
    When the pod "reader" is created:
      """yaml
      volumes:
        - name: diary
          persistentVolumeClaim: { claimName: diary }
      """
    Then the scheduler binds these pods:
      | pod    | node |
      | reader | none |
