# language: pt
@português
Funcionalidade: Línguas e acentuação

  Contexto:
    Dado um cesto com 2 maçãs

  Cenário: Ação e reação
    Quando 3 maçãs são somadas
    Então há 5 maçãs
    E o cenário chama-se "Ação e reação"

  Esquema do Cenário: Comer
    Quando <n> maçãs são somadas
    Mas 1 maçã é comida
    Então há <resto> maçãs

    Exemplos:
      | n | resto |
      | 1 | 2     |
      | 4 | 5     |
