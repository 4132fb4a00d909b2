# language: pt
@pt @api-server @slide-apiserver-etcd
Funcionalidade: O API server
  Quem pode ler e escrever esses objetos, e como?

  Todo mundo, por uma única API REST. "Apenas um repositório de objetos!", diz o slide: ele autentica, valida, grava, e avisa quem
  está de olho (watch).

  Contexto:
    Dado um cluster

  Cenário: Um objeto é criado, lido, alterado e apagado com HTTP puro
    Repare no segundo POST: criar de novo com o mesmo nome dá conflito.
    Em inglês: API server > An object is created, read, changed and deleted with plain HTTP

    Então o API server responde a estas requisições, uma depois da outra:
      | requisição                                                | corpo                                                     | resposta      |
      | POST /api/v1/namespaces/{namespace}/configmaps            | {"metadata":{"name":"cm-mario"},"data":{"tune":"mario"}}  | 201 Created   |
      | POST /api/v1/namespaces/{namespace}/configmaps            | {"metadata":{"name":"cm-mario"},"data":{"tune":"mario"}}  | 409 Conflict  |
      | GET /api/v1/namespaces/{namespace}/configmaps/cm-mario    |                                                           | 200 OK        |
      | PATCH /api/v1/namespaces/{namespace}/configmaps/cm-mario  | {"data":{"tune":"zelda"}}                                 | 200 OK        |
      | PUT /api/v1/namespaces/{namespace}/configmaps/cm-mario    | {"metadata":{"name":"cm-mario"},"data":{"tune":"tetris"}} | 200 OK        |
      | DELETE /api/v1/namespaces/{namespace}/configmaps/cm-mario |                                                           | 200 OK        |
      | GET /api/v1/namespaces/{namespace}/configmaps/cm-mario    |                                                           | 404 Not Found |
