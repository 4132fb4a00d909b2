@music @slide-music
Feature: Music controller
  Who plays the Music?

  The API server only stores it. A controller watches Musics, looks up the tune in the ConfigMap that each one names, plays it, and reports
  that in the Music: in spec.status, as on the slide, and in the status that all kinds have. No one calls the controller: it watches, and
  reconciles.
  Reference: https://kubernetes.io/docs/concepts/architecture/controller/ and
  https://github.com/kubernetes/community/blob/master/contributors/devel/sig-architecture/api-conventions.md#spec-and-status

  Background:
    Given a cluster
    And the Music resource is registered
    And the ConfigMap "cm-mario" holds the tune "mario"
    And the Music controller "ana" runs

  # Watch for: generation 2. The controller itself wrote into spec.
  @quick
  Scenario: A Music is played, and says so
    The object on the slide: its status is Tocando (playing), its generation 2.
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
      | metadata.generation               | 2       |
      | status.observedGeneration         | 2       |
      | status.title                      | mario   |
      | status.conditions[Playing].status | True    |
    And the Music controller "ana" plays:
      | Music | first notes |
      | mario | c5 e5 g5    |
    And kubectl describe shows these events of the Music "mario":
      | type   | reason     | message                 | times |
      | Normal | TunePlayed | mario: 26 notes, 5.6 s. | 1     |
    And "/apis/estaleiro.io/v1/namespaces/{namespace}/musics/mario" answers with the stored object

  Scenario: The tune becomes a sound file, note by note
    The report contains the file, so you can listen to it.
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
      | field         | value |
      | status.notes  | 26    |
      | status.length | 5.6s  |
    And the sound file that "ana" made of the Music "mario" begins with:
      | note | at     |
      | c5   | 0.00 s |
      | e5   | 0.19 s |
      | g5   | 0.38 s |
      | c6   | 0.56 s |
      | g5   | 0.94 s |
      | c6   | 1.13 s |

  Scenario: kubectl get musics shows what is played
    Given the ConfigMap "cm-jacques" holds the tune "frere-jacques"
    And the ConfigMap "cm-joy" holds the tune "ode-to-joy"
    And the ConfigMap "cm-star" holds the tune "twinkle"
    When this manifest is applied:
      """yaml
      apiVersion: estaleiro.io/v1
      kind: Music
      metadata:
        name: mario
      spec:
        music: cm-mario
      ---
      apiVersion: estaleiro.io/v1
      kind: Music
      metadata:
        name: jacques
      spec:
        music: cm-jacques
      ---
      apiVersion: estaleiro.io/v1
      kind: Music
      metadata:
        name: joy
      spec:
        music: cm-joy
      ---
      apiVersion: estaleiro.io/v1
      kind: Music
      metadata:
        name: star
      spec:
        music: cm-star
      """
    Then "status.title" of the Music "mario" becomes "mario"
    And "status.title" of the Music "jacques" becomes "Frere Jacques"
    And "status.title" of the Music "joy" becomes "Ode to Joy"
    And "status.title" of the Music "star" becomes "Twinkle"
    And "/apis/estaleiro.io/v1/namespaces/{namespace}/musics" prints as this table:
      | Name    | Music      | Status  | Title         | Reason     |
      | jacques | cm-jacques | Tocando | Frere Jacques | TunePlayed |
      | joy     | cm-joy     | Tocando | Ode to Joy    | TunePlayed |
      | mario   | cm-mario   | Tocando | mario         | TunePlayed |
      | star    | cm-star    | Tocando | Twinkle       | TunePlayed |

  Scenario: A new tune in the ConfigMap is heard though nobody touched the Music
    Given this manifest is applied:
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
    When the ConfigMap "cm-mario" holds the tune "ode-to-joy"
    Then the Music controller "ana" plays:
      | Music | first notes |
      | mario | e5 e5 f5    |
    And the Music "mario" comes to have:
      | field               | value      |
      | status.title        | Ode to Joy |
      | spec.status         | Tocando    |
      | metadata.generation | 2          |
    And kubectl describe shows these events of the Music "mario":
      | type   | reason     | message                       | times |
      | Normal | TunePlayed | mario: 26 notes, 5.6 s.       | 1     |
      | Normal | TunePlayed | Ode to Joy: 30 notes, 12.0 s. | 1     |

  Scenario: A Music that names another ConfigMap plays the other tune
    Given the ConfigMap "cm-jacques" holds the tune "frere-jacques"
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
    And "status.observedGeneration" of the Music "mario" becomes "2"
    When "spec.music" of the Music "mario" is set to "cm-jacques"
    Then the Music controller "ana" plays:
      | Music | first notes |
      | mario | c5 d5 e5    |
    And the Music "mario" comes to have:
      | field                     | value         |
      | metadata.generation       | 3             |
      | status.observedGeneration | 3             |
      | status.title              | Frere Jacques |

  Scenario: One tune for two Musics
    When this manifest is applied:
      """yaml
      apiVersion: estaleiro.io/v1
      kind: Music
      metadata:
        name: mario
      spec:
        music: cm-mario
      ---
      apiVersion: estaleiro.io/v1
      kind: Music
      metadata:
        name: luigi
      spec:
        music: cm-mario
      """
    Then the Music controller "ana" plays:
      | Music | first notes |
      | luigi | c5 e5 g5    |
      | mario | c5 e5 g5    |
    When the ConfigMap "cm-mario" holds the tune "twinkle"
    Then the Music controller "ana" plays:
      | Music | first notes |
      | luigi | c5 c5 g5    |
      | mario | c5 c5 g5    |

  Scenario: A deleted Music falls silent first and goes then
    Its finalizer keeps it until the controller has stopped the tune.
    Given this manifest is applied:
      """yaml
      apiVersion: estaleiro.io/v1
      kind: Music
      metadata:
        name: mario
      spec:
        music: cm-mario
      """
    And "status.title" of the Music "mario" becomes "mario"
    And "metadata.finalizers" of the Music "mario" becomes "estaleiro.io/music"
    When the Music "mario" is deleted
    Then the Music "mario" goes away
    And the Music controller "ana" is silent
    And the Music controller "ana" has written:
      | Music | field               | answer | heard then |
      | mario | metadata.finalizers | 200 OK | no         |
      | mario | spec.status         | 200 OK | yes        |
      | mario | status              | 200 OK | yes        |
      | mario | metadata.finalizers | 200 OK | no         |

  Scenario: Who writes over what the controller wrote is put right
    A controller restores the desired state, whoever changed it.
    Given this manifest is applied:
      """yaml
      apiVersion: estaleiro.io/v1
      kind: Music
      metadata:
        name: mario
      spec:
        music: cm-mario
      """
    And "status.observedGeneration" of the Music "mario" becomes "2"
    When "spec.status" of the Music "mario" is set to "Dormindo"
    Then "metadata.generation" of the Music "mario" becomes "4"
    And the Music "mario" comes to have:
      | field                     | value   |
      | spec.status               | Tocando |
      | status.observedGeneration | 4       |
