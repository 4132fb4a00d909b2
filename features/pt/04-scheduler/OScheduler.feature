# language: pt
@pt @scheduler @slide-scheduler
Funcionalidade: O scheduler
  Onde rodar esse workload?

  Para cada Pod que ainda não tem nó, o scheduler descarta os nós que não servem e escolhe o melhor entre os que sobraram: afinidade,
  anti-afinidade, labels, requisitos.

  Contexto:
    Dado um cluster com estes nós:
      | nó    | labels   |
      | node1 | disk=hdd |
      | node2 | disk=ssd |

  Cenário: Réplicas que se evitam rodam em nós diferentes, e a que sobra espera
    Repare no terceiro Pod: ele fica Pending, e um evento diz por quê.
    Em inglês: Scheduler > Replicas that avoid each other run on different nodes, and one too many waits

    Dado que este manifesto é aplicado:
      """yaml
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      spec:
        replicas: 2
        selector:
          matchLabels:
            app: web
        template:
          metadata:
            labels:
              app: web
          spec:
            affinity:
              podAntiAffinity:
                requiredDuringSchedulingIgnoredDuringExecution:
                  - topologyKey: kubernetes.io/hostname
                    labelSelector:
                      matchLabels:
                        app: web
            containers:
              - name: web
                image: toolbox
                command: [sleep, infinity]
      """
    E os 2 Pods do Deployment "web" ficam Ready
    Quando o Deployment "web" é escalado para 3
    Então o scheduler distribui os Pods "web" assim:
      | nó     | pods |
      | node1  | 1    |
      | node2  | 1    |
      | nenhum | 1    |
