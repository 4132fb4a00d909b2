@controllers @slide-controllers
Feature: StatefulSets
  What if my replicas are not interchangeable?

  The pods of a StatefulSet have numbered names. They start in order, stop in reverse order, and come back under the same name.
  Reference: https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#deployment-and-scaling-guarantees and upstream's
  "[sig-apps] StatefulSet Basic StatefulSet functionality [StatefulSetBasic] Scaling should happen in predictable order and halt if any stateful pod is unhealthy [Slow] [Conformance]"

  Background:
    Given a cluster
    And somebody keeps a diary of the pods
    And this manifest is applied:
      """yaml
      apiVersion: apps/v1
      kind: StatefulSet
      metadata:
        name: database
      spec:
        serviceName: database
        replicas: 2
        selector:
          matchLabels:
            app: database
        template:
          metadata:
            labels:
              app: database
          spec:
            containers:
              - name: database
                image: toolbox
                command: [sleep, infinity]
      """
    And the 2 pods of the StatefulSet "database" become Ready

  Scenario: The pods start one after the other
    Then the diary says:
      | pod        | what    |
      | database-0 | created |
      | database-0 | Ready   |
      | database-1 | created |
      | database-1 | Ready   |

  Scenario: The pods stop one after the other, the last one first
    When the StatefulSet "database" is scaled to 0
    Then the diary says:
      | pod        | what          |
      | database-1 | asked to stop |
      | database-1 | gone          |
      | database-0 | asked to stop |
      | database-0 | gone          |

  Scenario: A pod that is lost comes back under its name, and only after it is gone
    When the Pod "database-0" is deleted
    Then the diary says:
      | pod        | what    |
      | database-0 | created |
      | database-1 | created |
      | database-0 | gone    |
      | database-0 | created |

  Scenario: A new version begins with the last pod
    When the StatefulSet "database" is changed:
      """yaml
      spec:
        template:
          metadata:
            annotations:
              version: new
      """
    Then the diary says:
      | pod        | what    |
      | database-0 | created |
      | database-0 | Ready   |
      | database-1 | created |
      | database-1 | Ready   |
      | database-1 | gone    |
      | database-1 | created |
      | database-1 | Ready   |
      | database-0 | gone    |
      | database-0 | created |
      | database-0 | Ready   |
