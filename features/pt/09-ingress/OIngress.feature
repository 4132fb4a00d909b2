# language: pt
@pt @ingress @slide-ingress @requires-ingress
Funcionalidade: O Ingress
  Como um único endereço serve vários sites?

  Um Ingress diz qual Service responde por qual host. "Entra objeto de Ingress, sai configuração de servidor Web."

  Contexto:
    Dado um cluster

  Cenário: Um host leva ao seu Service
    Repare no host desconhecido: quem responde 404 é o próprio controller.
    Em inglês: Ingress hosts > A host leads to its Service

    Dado o Service "echoserver" com um echo server por trás
    Quando este manifesto é aplicado:
      """yaml
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata:
        name: echoserver
      spec:
        rules:
          - host: echoserver.{namespace}.test
            http:
              paths:
                - path: /
                  pathType: Prefix
                  backend:
                    service:
                      name: echoserver
                      port:
                        number: 8080
      """
    Então estas requisições são respondidas:
      | requisição                          | resposta   |
      | http://echoserver.{namespace}.test/ | echoserver |
      | http://stranger.{namespace}.test/   | 404        |
