# language: pt
@pt @music @slide-music
Funcionalidade: O controller de Music
  Então Kubernetes é só para containers?

  Não. O API server guarda a Music como guarda um Pod. Um controller fica de olho nas Musics, busca a música no ConfigMap que cada uma indica,
  toca, e registra na Music que está tocando: em spec.status, como no slide, e no status que todos os tipos têm. Ninguém chama o controller: ele
  fica de olho e age.

  Contexto:
    Dado um cluster
    E o recurso Music está registrado
    E o ConfigMap "cm-mario" contém a música "mario"
    E o controller de Music "ana" está rodando

  Cenário: Uma Music é tocada, e diz isso
    O objeto do slide: o status é Tocando, a generation é 2.
    Em inglês: Music controller > A Music is played, and says so

    Quando este manifesto é aplicado:
      """yaml
      apiVersion: estaleiro.io/v1
      kind: Music
      metadata:
        name: mario
      spec:
        music: cm-mario
      """
    Então a Music "mario" passa a ter:
      | campo                             | valor   |
      | spec.status                       | Tocando |
      | metadata.generation               | 2       |
      | status.observedGeneration         | 2       |
      | status.title                      | mario   |
      | status.conditions[Playing].status | True    |
    E o controller de Music "ana" toca:
      | Music | primeiras notas |
      | mario | c5 e5 g5        |
    E o kubectl describe mostra estes eventos da Music "mario":
      | tipo   | motivo     | mensagem                | vezes |
      | Normal | TunePlayed | mario: 26 notes, 5.6 s. | 1     |
    E "/apis/estaleiro.io/v1/namespaces/{namespace}/musics/mario" responde com o objeto gravado
