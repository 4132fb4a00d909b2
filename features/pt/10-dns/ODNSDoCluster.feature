# language: pt
@pt @dns @slide-coredns @requires-dns
Funcionalidade: O DNS do cluster
  Qual é o IP do Service com esse nome?

  Endereços vêm e vão, nomes ficam. "Menos IPs, mais nomes": todo Service tem um nome em svc.cluster.local, e quem consulta recebe o endereço atual
  do Service.

  Contexto:
    Dado um cluster
    E um toolbox "client" no "node1"

  Cenário: Um Service é encontrado pelo nome
    Repare: a consulta sai de dentro do Pod, e a resposta é o IP do Service, não o de um Pod.
    Em inglês: Service names > A service is found by its name

    Dado que este manifesto é aplicado:
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
    Então o DNS passa a responder ao Pod "client":
      | pergunta                                 | tipo | resposta                   |
      | echoserver.{namespace}.svc.cluster.local | A    | {ip do Service echoserver} |
      | kubernetes.default.svc.cluster.local     | A    | {ip do API server}         |
