# language: pt
@pt @pod-to-pod @slide-pod2pod
Funcionalidade: De Pod a Pod
  Como um Pod chega a um Pod de outro nó?

  Cada Pod tem o seu próprio endereço, e todo Pod alcança qualquer outro por esse endereço, sem NAT: o servidor vê o endereço do cliente.

  Contexto:
    Dado um cluster com estes nós:
      | nó    | labels   |
      | node1 | disk=hdd |
      | node2 | disk=ssd |

  Esquema do Cenário: O servidor vê o endereço do próprio cliente
    Repare no client_address: é o IP do Pod, não o do nó.
    Em inglês: Pod to pod > The server sees the client's own address

    Dado um echo server "echoserver" no "node2"
    E um toolbox "client" no "<nó do cliente>"
    Quando o Pod "client" faz uma requisição a "http://{ip do Pod echoserver}:8080/"
    Então o Pod "echoserver" respondeu
    E ele viu o endereço do Pod "client" como client_address

    Exemplos:
      | onde        | nó do cliente | em inglês              |
      | no mesmo nó | node2         | on its own node, node2 |
      | em outro nó | node1         | on another node, node1 |
