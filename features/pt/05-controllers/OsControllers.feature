# language: pt
@pt @controllers @slide-controllers
Funcionalidade: Os controllers
  Quem faz o mundo ficar do jeito que a gente pediu?

  Controllers controlam as coisas: cada um fica de olho em um tipo de objeto e trabalha até o estado atual ser igual ao desejado.
  "1 Deploy, N PODs", diz o slide.

  Contexto:
    Dado um cluster
    E que este manifesto é aplicado:
      """yaml
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: echoserver
      spec:
        replicas: 2
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

  Cenário: Um Deployment cria um ReplicaSet, e o ReplicaSet cria os Pods
    Repare: ninguém criou o ReplicaSet nem os Pods na mão.
    Em inglês: Controllers > A Deployment makes a ReplicaSet, and the ReplicaSet makes the pods

    Quando os 2 Pods do Deployment "echoserver" ficam Ready
    Então o Deployment "echoserver" é dono de:
      """
      Deployment echoserver
      └─ ReplicaSet echoserver, revision 1
         ├─ Pod echoserver-1
         └─ Pod echoserver-2
      """
