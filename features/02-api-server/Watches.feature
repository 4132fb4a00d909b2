@api-server @slide-apiserver-etcd
Feature: Watches
  How does every component learn of a change without polling?

  By watching: a list returns the current state and its revision, and from there on the API server sends every change, in order. Every
  controller works this way.
  Reference: https://kubernetes.io/docs/reference/using-api/api-concepts/#efficient-detection-of-changes and upstream's
  "[sig-api-machinery] Watchers should … [Conformance]"

  Background:
    Given a cluster

  # upstream: [sig-api-machinery] Watchers should be able to restart watching from the last resource version observed by the previous watch [Conformance]
  # upstream: [sig-api-machinery] Watchers should be able to start watching from a specific resource version [Conformance]
  Scenario: A watcher that was away resumes where it left off, and misses nothing
    Given somebody watches the ConfigMaps
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
    When the watch breaks off
    And "data.tune" of the ConfigMap "cm-mario" is set to "another tune"
    And the ConfigMap "cm-mario" is deleted
    And the watcher resumes after the last change it was told of
    Then the watcher was told:
      | event    | object   | data.tune    |
      | MODIFIED | cm-mario | another tune |
      | DELETED  | cm-mario | another tune |

  # upstream: [sig-api-machinery] Watchers should observe an object deletion if it stops meeting the requirements of the selector [Conformance]
  Scenario: What no longer fits a watcher's selector is gone for that watcher
    Upstream: "[sig-api-machinery] Watchers should observe an object deletion if it stops meeting the requirements of the selector [Conformance]".
    Given somebody watches the ConfigMaps labelled "game=mario"
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: cm-zelda
        labels:
          game: zelda
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: cm-mario
        labels:
          game: mario
      """
    And "metadata.labels.game" of the ConfigMap "cm-mario" is set to "tetris"
    And "data.tune" of the ConfigMap "cm-mario" is set to "unheard"
    And "metadata.labels.game" of the ConfigMap "cm-mario" is set to "mario"
    Then the watcher was told:
      | event   | object   | metadata.labels.game | data.tune |
      | ADDED   | cm-mario | mario                |           |
      | DELETED | cm-mario | mario                |           |
      | ADDED   | cm-mario | mario                | unheard   |

  Scenario: A bookmark says how far a watcher has come, though nothing of its own changed
    https://kubernetes.io/docs/reference/using-api/api-concepts/#watch-bookmarks
    Given somebody watches the ConfigMaps labelled "game=mario" for 5 seconds, and asks for bookmarks
    And this manifest is applied:
      """yaml
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: cm-zelda
        labels:
          game: zelda
      """
    When the API server has ended the watch
    Then a bookmark has told the watcher a newer resourceVersion, and nothing else
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: cm-mario
        labels:
          game: mario
      data:
        tune: the first tune
      """
    And the watcher resumes at the bookmark
    Then the watcher was told:
      | event | object   | data.tune      |
      | ADDED | cm-mario | the first tune |

  # upstream: [sig-api-machinery] Watchers should receive events on concurrent watches in same order [Conformance]
  Scenario: Of 1000 changes two watchers miss none, and see them in the same order
    Upstream: "[sig-api-machinery] Watchers should receive events on concurrent watches in same order [Conformance]".
    Given Ana watches the ConfigMaps
    And Bia watches the ConfigMaps
    When 4 writers at once make 250 changes each, every one to a ConfigMap of its own
    Then Ana and Bia were told of all 1000 changes, in the same order

  @requires-kubernetes>=1.34
  Scenario: A watcher need not list first: the watch itself begins with what is there
    The watchers above list, and watch from the list's revision. A long list is a burden for the API server, which has to hold all of it at
    once; a stream isn't. https://kubernetes.io/docs/reference/using-api/api-concepts/#streaming-lists

    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: cm-mario
      data:
        tune: the first tune
      """
    When somebody watches the ConfigMaps, and asks for those that are there first
    Then the watcher was told:
      | event | object   | data.tune      |
      | ADDED | cm-mario | the first tune |
    And a bookmark has told the watcher that these were all
    When "data.tune" of the ConfigMap "cm-mario" is set to "another tune"
    Then the watcher was told:
      | event    | object   | data.tune    |
      | MODIFIED | cm-mario | another tune |
