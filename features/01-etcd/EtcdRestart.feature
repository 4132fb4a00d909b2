@etcd @slide-apiserver-etcd @own-cluster @restores-cluster @requires-node-restart @requires-etcd-access
Feature: etcd restart
  What is left when the machine is switched off and on again?

  Everything that was stored: etcd acknowledges a write only once it is on disk. From what was stored, the cluster restores the rest.
  Reference: https://etcd.io/docs/latest/learning/api_guarantees/#durability and
  https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy

  Scenario: A whole node is restarted: its store is as it was, and its pods run again
    Given a cluster with these nodes:
      | node  |
      | node1 |
    And this manifest is applied:
      """yaml
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: cm-mario
      data:
        tune: the first tune
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: echoserver
      spec:
        selector:
          matchLabels:
            app: echoserver
        template:
          metadata:
            labels:
              app: echoserver
          spec:
            containers:
              - name: echoserver
                image: toolbox
                command: [sleep, infinity]
      """
    And "data.tune" of the ConfigMap "cm-mario" is set to "another tune"
    And the 1 pod of the Deployment "echoserver" becomes Ready
    When the node "node1" is restarted
    Then "data.tune" of the ConfigMap "cm-mario" is "another tune"
    And etcd holds the key "/registry/configmaps/{namespace}/cm-mario"
    And that key was written 2 times
    And the resourceVersion of the ConfigMap "cm-mario" is the revision of that key
    And the same 1 pod of the Deployment "echoserver" runs again
