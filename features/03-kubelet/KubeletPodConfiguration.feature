@kubelet @slide-kubelet
Feature: Kubelet: pod configuration
  How do settings, secrets and a pod's own name get into its containers?

  As environment variables, set once when the container starts, or as files, which follow their source. Reference:
  https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/,
  https://kubernetes.io/docs/concepts/workloads/pods/downward-api/ and upstream's "[sig-node] ConfigMap should be consumable via environment
  variable [NodeConformance] [Conformance]" and similar tests.

  Background:
    Given a cluster
    And this manifest is applied:
      """yaml
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: menu
      data:
        soup: pumpkin
        dessert: guava
      """

  # upstream: [sig-node] ConfigMap should be consumable via the environment [Conformance] [NodeConformance]
  # upstream: [sig-node] Secrets should be consumable from pods in env vars [Conformance] [NodeConformance]
  # upstream: [sig-node] Downward API should provide pod name, namespace and IP address as env vars [Conformance] [NodeConformance]
  # upstream: [sig-node] Variable Expansion should allow composing env vars into new env vars [Conformance] [NodeConformance]
  Scenario: Variables come from a ConfigMap, a Secret and the pod itself
    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Secret
      metadata:
        name: recipe
      stringData:
        spice: nutmeg
      """
    When the pod "cook" is created:
      """yaml
      containers:
        - resources:
            limits: { memory: 64Mi }
          envFrom:
            - configMapRef: { name: menu }
          env:
            - name: SPICE
              valueFrom: { secretKeyRef: { name: recipe, key: spice } }
            - name: NAME
              valueFrom: { fieldRef: { fieldPath: metadata.name } }
            - name: NAMESPACE
              valueFrom: { fieldRef: { fieldPath: metadata.namespace } }
            - name: LABEL
              valueFrom: { fieldRef: { fieldPath: "metadata.labels['app']" } }
            - name: NODE
              valueFrom: { fieldRef: { fieldPath: spec.nodeName } }
            - name: ADDRESS
              valueFrom: { fieldRef: { fieldPath: status.podIP } }
            - name: MEMORY
              valueFrom: { resourceFieldRef: { resource: limits.memory } }
            - name: SENTENCE
              value: $(NAME) adds $(SPICE)
      """
    Then the pod "cook" becomes Ready
    And these commands run in the pod "cook":
      | command              | prints           |
      | echo $soup, $dessert | pumpkin, guava   |
      | echo $SPICE          | nutmeg           |
      | echo $NAME           | cook             |
      | echo $NAMESPACE      | {namespace}      |
      | echo $LABEL          | cook             |
      | echo $NODE           | {spec.nodeName}  |
      | echo $ADDRESS        | {status.podIP}   |
      | echo $MEMORY         | 67108864         |
      | echo $SENTENCE       | cook adds nutmeg |

  # upstream: [sig-storage] Projected secret should be consumable from pods in volume with defaultMode set [LinuxOnly] [Conformance] [NodeConformance]
  # upstream: [sig-storage] Projected combined should project all components that make up the projection API [Projection] [Conformance] [NodeConformance]
  # upstream: [sig-auth] ServiceAccounts should mount projected service account token [Conformance]
  Scenario: One directory holds files of a ConfigMap, a Secret, the pod and its service account
    Upstream's "[sig-storage] Projected combined should project all components that make up the projection API [Projection][NodeConformance] [Conformance]".

    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Secret
      metadata:
        name: recipe
      stringData:
        spice: nutmeg
      """
    When the pod "cook" is created:
      """yaml
      containers:
        - volumeMounts: [{ name: shelf, mountPath: /shelf, readOnly: true }]
      volumes:
        - name: shelf
          projected:
            defaultMode: 288 # 0440 in octal
            sources:
              - configMap: { name: menu, items: [{ key: soup, path: today/soup }] }
              - secret: { name: recipe }
              - downwardAPI: { items: [{ path: labels, fieldRef: { fieldPath: metadata.labels } }] }
              - serviceAccountToken: { path: token, audience: kitchen }
      """
    Then the pod "cook" becomes Ready
    And these commands run in the pod "cook":
      | command                    | prints                              | exit code |
      | cd /shelf; echo * today/*  | labels spice today token today/soup | 0         |
      | cat /shelf/today/soup      | pumpkin                             | 0         |
      | cat /shelf/spice           | nutmeg                              | 0         |
      | cat /shelf/labels          | app="cook"                          | 0         |
      | stat -L -c %a /shelf/spice | 440                                 | 0         |
      | cut -c 1-3 /shelf/token    | eyJ                                 | 0         |
      | echo pepper > /shelf/spice |                                     | 1         |

  # upstream: [sig-storage] ConfigMap updates should be reflected in volume [Conformance] [NodeConformance]
  Scenario: A mounted file follows its ConfigMap, a variable stays as it was
    Upstream's "[sig-storage] ConfigMap updates should be reflected in volume [NodeConformance] [Conformance]". The delay depends on the
    kubelet's syncFrequency.

    When the pod "cook" is created:
      """yaml
      containers:
        - envFrom:
            - configMapRef: { name: menu }
          command:
            - sh
            - -c
            - |
              cat /menu/soup && echo
              until grep -q tomato /menu/soup; do sleep 0.2; done
              cat /menu/soup && echo
              echo "the variable says $soup"
              sleep infinity
          volumeMounts: [{ name: menu, mountPath: /menu }]
      volumes:
        - name: menu
          configMap: { name: menu }
      """
    Then the log of the pod "cook" comes to say:
      """
      pumpkin
      """
    When "data.soup" of the ConfigMap "menu" is set to "tomato"
    Then the log of the pod "cook" comes to say:
      """
      pumpkin
      tomato
      the variable says pumpkin
      """

  # upstream: [sig-node] ConfigMap should be consumable via environment variable [Conformance] [NodeConformance]
  Scenario: A container whose ConfigMap is missing waits for it
    When the pod "cook" is created:
      """yaml
      containers:
        - env:
            - name: WINE
              valueFrom: { configMapKeyRef: { name: cellar, key: wine } }
      """
    Then the Pod "cook" comes to have:
      | field                                               | value                      |
      | status.phase                                        | Pending                    |
      | status.containerStatuses[cook].state.waiting.reason | CreateContainerConfigError |
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: cellar
      data:
        wine: Tannat
      """
    Then the pod "cook" becomes Ready
    And these commands run in the pod "cook":
      | command    | prints |
      | echo $WINE | Tannat |

  Scenario: An image that nobody has is asked for again and again, with pauses
    The image's registry is a port of the node where nothing listens.
    https://kubernetes.io/docs/concepts/containers/images/#imagepullbackoff

    When the pod "cook" is created:
      """yaml
      containers:
        - image: 127.0.0.1:1/nobody-has-this:1
      """
    Then the Pod "cook" comes to have:
      | field                                               | value        |
      | status.containerStatuses[cook].state.waiting.reason | ErrImagePull |
    And the Pod "cook" comes to have:
      | field                                               | value            |
      | status.containerStatuses[cook].state.waiting.reason | ImagePullBackOff |
      | status.phase                                        | Pending          |

  Scenario: With imagePullPolicy Never the node's own images are all there is
    When the pod "cook" is created:
      """yaml
      containers:
        - image: 127.0.0.1:1/nobody-has-this:1
          imagePullPolicy: Never
      """
    Then the Pod "cook" comes to have:
      | field                                               | value             |
      | status.containerStatuses[cook].state.waiting.reason | ErrImageNeverPull |
