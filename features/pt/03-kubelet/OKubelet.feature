# language: pt
@pt @kubelet @slide-kubelet
Funcionalidade: O kubelet
  "Existe algum workload para eu rodar?", pergunta o kubelet no slide. Então quem transforma um Pod, uma linha no store, em processos?

  Cada nó tem um kubelet. Ele fica olhando no API server os Pods com o nome do seu nó, sobe os containers deles, e anota o que aconteceu.

  Contexto:
    Dado um cluster

  Cenário: Um Pod que diz qual é o seu nó não precisa de scheduler
    Ninguém é o scheduler destes dois Pods. Um já diz onde vai rodar, e roda; o outro espera até que alguém diga por ele.
    Em inglês: Kubelet: pod lifecycle > A pod that names its node needs no scheduler

    Quando o Pod "decided" é criado:
      """yaml
      schedulerName: nobody
      nodeName: node1
      """
    E o Pod "undecided" é criado:
      """yaml
      schedulerName: nobody
      """
    Então o Pod "decided" fica Ready no "node1"
    E o Pod "undecided" passa a ter:
      | campo         | valor   |
      | spec.nodeName | nenhum  |
      | status.phase  | Pending |
    Quando o API server responde a estas requisições, uma depois da outra:
      | requisição                                                 | corpo                                                                                                                           | resposta    |
      | POST /api/v1/namespaces/{namespace}/pods/undecided/binding | {"apiVersion":"v1","kind":"Binding","metadata":{"name":"undecided"},"target":{"apiVersion":"v1","kind":"Node","name":"node1"}} | 201 Created |
    Então o Pod "undecided" fica Ready no "node1"
