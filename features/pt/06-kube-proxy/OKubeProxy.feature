# language: pt
@pt @kube-proxy @slide-kube-proxy @requires-node-rules
Funcionalidade: O kube-proxy
  Como um Service vira regra de rede?

  Um Service é um endereço que nenhuma máquina tem. Em cada nó, o kube-proxy fica de olho nos Services e nos endpoints deles, e diz ao kernel
  para onde cada conexão vai de verdade: com chains do iptables, maps do nftables ou entradas no IPVS. A tabela é a mesma para os três.

  Contexto:
    Dado um cluster com estes nós:
      | nó    | labels   |
      | node1 | disk=hdd |
      | node2 | disk=ssd |

  Cenário: Um Service é um conjunto de regras que levam a cada um dos seus Pods, em partes iguais
    Repare: as regras são as mesmas em todos os nós, até no nó que só tem um dos Pods.
    Em inglês: Kube-proxy > A Service is rules that lead to each of its pods with the same share

    Dados estes Pods:
      | pod   | roda           | nó    |
      | web-1 | serve-hostname | node1 |
      | web-2 | serve-hostname | node2 |
      | web-3 | serve-hostname | node2 |
    Quando este manifesto é aplicado:
      """yaml
      apiVersion: v1
      kind: Service
      metadata:
        name: web
      spec:
        selector:
          app: serve-hostname
        ports:
          - port: 80
            targetPort: 8080
      """
    Então em cada nó o Service "web" vira estas regras:
      | enviado para      | vai para   | fração |
      | cluster ip:80/tcp | web-1:8080 | 1/3    |
      | cluster ip:80/tcp | web-2:8080 | 1/3    |
      | cluster ip:80/tcp | web-3:8080 | 1/3    |
