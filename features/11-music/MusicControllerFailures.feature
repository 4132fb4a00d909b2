@music @slide-music
Feature: Music controller failures
  What if there is nothing to play?

  Then the Music says so where users look: in a condition with a reason, and in an event. As soon as there is something to play, the
  controller plays it: it never gives up.
  Reference: https://github.com/kubernetes/community/blob/master/contributors/devel/sig-architecture/api-conventions.md#typical-status-properties
  and https://kubernetes.io/docs/concepts/architecture/controller/#desired-vs-current

  Background:
    Given a cluster
    And the Music resource is registered
    And the Music controller "ana" runs

  Scenario: The ConfigMap is missing, until it comes
    Given this manifest is applied:
      """yaml
      apiVersion: estaleiro.io/v1
      kind: Music
      metadata:
        name: mario
      spec:
        music: cm-mario
      """
    And the Music "mario" comes to have:
      | field                              | value                                             |
      | spec.status                        | Parado                                            |
      | status.conditions[Playing].status  | False                                             |
      | status.conditions[Playing].reason  | ConfigMapNotFound                                 |
      | status.conditions[Playing].message | There is no ConfigMap cm-mario in this namespace. |
      | status.title                       | none                                              |
    When the ConfigMap "cm-mario" holds the tune "mario"
    Then the Music controller "ana" plays:
      | Music | first notes |
      | mario | c5 e5 g5    |
    And the Music "mario" comes to have:
      | field                             | value      |
      | spec.status                       | Tocando    |
      | status.conditions[Playing].status | True       |
      | status.conditions[Playing].reason | TunePlayed |
    And kubectl describe shows these events of the Music "mario":
      | type    | reason            | message                                           | times |
      | Warning | ConfigMapNotFound | There is no ConfigMap cm-mario in this namespace. | 1     |
      | Normal  | TunePlayed        | mario: 26 notes, 5.6 s.                           | 1     |

  Scenario: The ConfigMap is deleted while its tune is played
    Given the ConfigMap "cm-mario" holds the tune "mario"
    And this manifest is applied:
      """yaml
      apiVersion: estaleiro.io/v1
      kind: Music
      metadata:
        name: mario
      spec:
        music: cm-mario
      """
    And the Music controller "ana" plays:
      | Music | first notes |
      | mario | c5 e5 g5    |
    When the ConfigMap "cm-mario" is deleted
    Then the Music controller "ana" is silent
    And the Music "mario" comes to have:
      | field                             | value             |
      | spec.status                       | Parado            |
      | status.conditions[Playing].status | False             |
      | status.conditions[Playing].reason | ConfigMapNotFound |
      | status.playedBy                   | none              |

  Scenario: A ConfigMap without a tune
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: cm-mario
      data:
        game: Super Mario
      ---
      apiVersion: estaleiro.io/v1
      kind: Music
      metadata:
        name: mario
      spec:
        music: cm-mario
      """
    Then the Music "mario" comes to have:
      | field                              | value                                   |
      | spec.status                        | Parado                                  |
      | status.conditions[Playing].reason  | TuneNotFound                            |
      | status.conditions[Playing].message | The ConfigMap cm-mario has no key tune. |

  Scenario: A broken tune is not played, and the condition says where it breaks and why
    The tunes are in RTTTL, the ringtone format of the nineties: title, defaults, notes.
    When this manifest is applied:
      """yaml
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: no-title
      data:
        tune: "c,e,g,c6"
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: no-such-length
      data:
        tune: "mario:d=5,o=5,b=160:c,e,g,c6"
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: no-such-note
      data:
        tune: "mario:d=8,o=5,b=160:c,8x,g,c6"
      ---
      apiVersion: estaleiro.io/v1
      kind: Music
      metadata:
        name: no-title
      spec:
        music: no-title
      ---
      apiVersion: estaleiro.io/v1
      kind: Music
      metadata:
        name: no-such-length
      spec:
        music: no-such-length
      ---
      apiVersion: estaleiro.io/v1
      kind: Music
      metadata:
        name: no-such-note
      spec:
        music: no-such-note
      """
    Then the Music "no-title" comes to have:
      | field                              | value                                                                                                                           |
      | status.conditions[Playing].status  | False                                                                                                                           |
      | status.conditions[Playing].message | The tune of the ConfigMap no-title is broken at the title, character 1: no ':' ends it; a tune is written title:defaults:notes. |
    And the Music "no-such-length" comes to have:
      | field                              | value                                                                                                                     |
      | status.conditions[Playing].status  | False                                                                                                                     |
      | status.conditions[Playing].message | The tune of the ConfigMap no-such-length is broken at the defaults, character 7: 'd=5': a length is 1, 2, 4, 8, 16 or 32. |
    And the Music "no-such-note" comes to have:
      | field                              | value                                                                                                                                       |
      | status.conditions[Playing].status  | False                                                                                                                                       |
      | status.conditions[Playing].message | The tune of the ConfigMap no-such-note is broken at note 2, character 23: '8x': no note is called 'x'; there are a to g, and p for a pause. |
    And "/apis/estaleiro.io/v1/namespaces/{namespace}/musics" prints as this table:
      | Name           | Music          | Status | Title | Reason     |
      | no-such-length | no-such-length | Parado |       | TuneBroken |
      | no-such-note   | no-such-note   | Parado |       | TuneBroken |
      | no-title       | no-title       | Parado |       | TuneBroken |
    And the Music controller "ana" is silent

  Scenario: A broken tune is mended, and one that was whole breaks
    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: cm-mario
      data:
        tune: "mario:d=8:c,8x,g"
      ---
      apiVersion: estaleiro.io/v1
      kind: Music
      metadata:
        name: mario
      spec:
        music: cm-mario
      """
    And "status.conditions.reason" of the Music "mario" becomes "TuneBroken"
    When the ConfigMap "cm-mario" holds the tune "mario"
    Then the Music controller "ana" plays:
      | Music | first notes |
      | mario | c5 e5 g5    |
    When "data.tune" of the ConfigMap "cm-mario" is set to "mario:d=8:c,e,g,"
    Then the Music controller "ana" plays:
      | Music | first notes |
      | mario | c6 e6 g6    |
    When "data.tune" of the ConfigMap "cm-mario" is set to "mario:d=8:c,e,,g"
    Then the Music controller "ana" is silent
    And "status.conditions.reason" of the Music "mario" becomes "TuneBroken"

  Scenario: Somebody else writes first, three times, and nobody's change is lost
    Every write names the resourceVersion that it is based on. A write that comes second gets 409 Conflict, and the controller reads again
    and decides anew: https://kubernetes.io/docs/reference/using-api/api-concepts/#resource-versions
    Given the ConfigMap "cm-mario" holds the tune "mario"
    And somebody else is faster than the Music controller "ana", 3 times
    When this manifest is applied:
      """yaml
      apiVersion: estaleiro.io/v1
      kind: Music
      metadata:
        name: mario
      spec:
        music: cm-mario
      """
    Then the Music "mario" comes to have:
      | field                             | value   |
      | spec.status                       | Tocando |
      | status.conditions[Playing].status | True    |
      | metadata.annotations.faster       | 3       |
    And the Music controller "ana" has written:
      | Music | field               | answer       |
      | mario | metadata.finalizers | 409 Conflict |
      | mario | metadata.finalizers | 409 Conflict |
      | mario | metadata.finalizers | 409 Conflict |
      | mario | metadata.finalizers | 200 OK       |
      | mario | spec.status         | 200 OK       |
      | mario | status              | 200 OK       |
