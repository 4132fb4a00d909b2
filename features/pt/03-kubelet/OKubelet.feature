# language: pt
@pt @kubelet @slide-kubelet
Funcionalidade: O kubelet
  "Existe algum workload para eu rodar?", pergunta o kubelet no slide. Mas quem transforma um Pod, um registro no banco, em processos?

  Cada nó tem um kubelet. Ele fica de olho no API server, nos Pods atribuídos ao seu nó, sobe os containers deles e registra o status.

  Contexto:
    Dado um cluster

  Cenário: Um Pod que diz qual é o seu nó não precisa de scheduler
    Nenhum scheduler cuida destes dois Pods. Um já diz em que nó vai rodar, e roda. O outro espera até alguém decidir por ele.
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
