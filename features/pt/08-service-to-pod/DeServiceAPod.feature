# language: pt
@pt @service-to-pod @slide-svc2pod
Funcionalidade: De Service a Pod
  Como um único endereço representa vários Pods?

  Um Service tem um endereço que nenhuma máquina tem. O kube-proxy redireciona o tráfego desse endereço para um dos Pods por trás dele.

  Contexto:
    Dado um cluster com estes nós:
      | nó    | labels   |
      | node1 | disk=hdd |
      | node2 | disk=ssd |

  Cenário: Um Pod chega aos dois Pods por trás de um Service pelo endereço do Service
    Repare: um endereço só, e respostas de dois nós.
    Em inglês: Service to pod > A pod reaches both pods behind a service through the service's address

    Dado um echo server "echoserver-1" no "node1"
    E um echo server "echoserver-2" no "node2"
    E um toolbox "client" no "node1"
    E que este manifesto é aplicado:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: echoserver
      spec:
        selector:
          app: echoserver
        ports:
          - port: 8080
      """
    Quando o Pod "client" faz requisições a "http://{ip do Service echoserver}:8080/" até que os dois Pods respondam
    Então o Pod "echoserver-1" respondeu
    E ele viu o endereço do Pod "client" como client_address
    E o Pod "echoserver-2" respondeu
    E ele viu o endereço do Pod "client" como client_address
