@etcd @slide-apiserver-etcd @own-cluster @restores-cluster @requires-component-control @requires-etcd-access
Feature: etcd history
  What is left when the API server goes away?

  Everything: the API server keeps no state of its own. How far back does the history go? Until etcd is compacted. Reference:
  https://kubernetes.io/docs/reference/using-api/api-concepts/#410-gone-responses

  Here the API server has no watch cache for ConfigMaps, so past changes come from etcd.

  Background:
    Given a cluster of one node with these component arguments:
      | component      | argument                       |
      | kube-apiserver | watch-cache-sizes=configmaps#0 |
    And somebody watches the ConfigMaps
    And this manifest is applied:
      """yaml
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: cm-mario
      data:
        tune: the first tune
      """
    And the watcher was told:
      | event | object   | data.tune      |
      | ADDED | cm-mario | the first tune |

  Scenario: The API server is restarted: watches end, nothing is lost, and life goes on
    When the component "kube-apiserver" is restarted
    Then the API server has ended the watch
    And "data.tune" of the ConfigMap "cm-mario" is "the first tune"
    And etcd holds the key "/registry/configmaps/{namespace}/cm-mario"
    And that key was written 1 times
    When the watcher lists again and watches from there
    And "data.tune" of the ConfigMap "cm-mario" is set to "another tune"
    Then the watcher was told:
      | event    | object   | data.tune    |
      | MODIFIED | cm-mario | another tune |

  # upstream: [sig-api-machinery] Watchers should be able to restart watching from the last resource version observed by the previous watch [Conformance]
  Scenario: The watcher whose watch ended resumes after the restart, and misses nothing
    Upstream: "[sig-api-machinery] Watchers should be able to restart watching from the last resource version observed by the previous watch [Conformance]".
    When the component "kube-apiserver" is restarted
    Then the API server has ended the watch
    When "data.tune" of the ConfigMap "cm-mario" is set to "another tune"
    And "data.tune" of the ConfigMap "cm-mario" is set to "a third tune"
    And the watcher resumes after the last change it was told of
    Then the watcher was told:
      | event    | object   | data.tune    |
      | MODIFIED | cm-mario | another tune |
      | MODIFIED | cm-mario | a third tune |

  Scenario: A watcher whose past was compacted away is told so, and starts over from a list
    Given the watch breaks off
    And "data.tune" of the ConfigMap "cm-mario" is set to "another tune"
    And "data.tune" of the ConfigMap "cm-mario" is set to "a third tune"
    And etcd holds the key "/registry/configmaps/{namespace}/cm-mario"
    When etcd forgets every revision before that of this key
    And the watcher resumes after the last change it was told of
    Then the watcher is told that this revision is too old: 410 Expired
    When the watcher lists again and watches from there
    And "data.tune" of the ConfigMap "cm-mario" is set to "a fourth tune"
    Then the watcher was told:
      | event    | object   | data.tune     |
      | MODIFIED | cm-mario | a fourth tune |
