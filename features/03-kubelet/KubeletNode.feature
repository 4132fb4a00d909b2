@kubelet @slide-kubelet
Feature: Kubelet: node
  What does the kubelet report about its node, and what does it do without being asked?

  Reference: https://kubernetes.io/docs/concepts/architecture/nodes/#node-heartbeats and
  https://kubernetes.io/docs/tasks/configure-pod-container/static-pod/

  Scenario: The kubelet renews its node's lease before it runs out
    A node whose lease is not renewed counts as lost. https://kubernetes.io/docs/concepts/architecture/leases/#node-heart-beats

    Given a cluster
    Then the kubelet of "node1" renews its lease 2 times, each time before it runs out

  @requires-node-access
  Scenario: The kubelet runs the manifests in a folder of its node, and shows the API server a mirror of each
    Upstream's "[sig-node] MirrorPod when create a mirror pod should be recreated when mirror pod gracefully deleted [NodeConformance]".

    Given a cluster
    When this manifest is put among the static pods of "node1":
      """yaml
      apiVersion: v1
      kind: Pod
      metadata:
        name: guard
      spec:
        containers:
          - name: guard
            image: toolbox
            command: [sleep, infinity]
      """
    Then the pod "guard-node1" becomes Ready on "node1"
    And the Pod "guard-node1" comes to have:
      | field                                | value |
      | metadata.ownerReferences[node1].kind | Node  |
    When these commands run in the pod "guard-node1":
      | command            |
      | touch /tmp/on-duty |
    Then a Pod "guard-node1" that is deleted is made anew
    And the pod "guard-node1" becomes Ready on "node1"
    And these commands run in the pod "guard-node1":
      | command | prints  |
      | ls /tmp | on-duty |
    When that manifest is taken from the static pods of "node1"
    Then the Pod "guard-node1" disappears
