# language: pt
@pt @etcd @slide-apiserver-etcd
Funcionalidade: O etcd
  Onde o Kubernetes guarda o que a gente pede?

  No etcd, um banco chave/valor, e em nenhum outro lugar. Cada objeto é uma chave, e só o API server grava nela.

  Contexto:
    Dado um cluster

  @requires-etcd-access
  Cenário: Cada objeto é uma chave em /registry
    Repare: o namespace faz parte da chave, e o valor não é YAML nem JSON.
    Em inglês: etcd > Every object is a key under /registry

    Quando este manifesto é aplicado:
      """yaml
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: cm-mario
      data:
        tune: "mario:d=4,o=5,b=100:16e6,16e6,32p,8e6,16c6,8e6,8g6,8p,8g"
      """
    Então o etcd tem a chave "/registry/configmaps/{namespace}/cm-mario"
    E o valor dessa chave está gravado como protobuf
    Quando o ConfigMap "cm-mario" é apagado
    Então o etcd não tem a chave "/registry/configmaps/{namespace}/cm-mario"
