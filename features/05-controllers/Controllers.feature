@controllers @slide-controllers
Feature: Controllers
  Who makes the world look like what we asked for?

  Controllers control things: each watches one kind of object and works until the actual state matches the desired state. "One Deployment, N
  pods", says the slide.
  Reference: https://kubernetes.io/docs/concepts/architecture/controller/ and upstream's
  "[sig-apps] Deployment deployment should support rollover [Conformance]" for the chain of owners

  Background:
    Given a cluster
    And this manifest is applied:
      """yaml
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: echoserver
      spec:
        replicas: 2
        selector:
          matchLabels:
            app: echoserver
        template:
          metadata:
            labels:
              app: echoserver
          spec:
            containers:
              - name: echoserver
                image: toolbox
                command: [sleep, infinity]
      """

  # Watch for: no one created the ReplicaSet or the pods by hand.
  @quick
  Scenario: A Deployment makes a ReplicaSet, and the ReplicaSet makes the pods
    When the 2 pods of the Deployment "echoserver" become Ready
    Then the Deployment "echoserver" owns:
      """
      Deployment echoserver
      └─ ReplicaSet echoserver, revision 1
         ├─ Pod echoserver-1
         └─ Pod echoserver-2
      """

  Scenario: A pod that is deleted is replaced
    Given the 2 pods of the Deployment "echoserver" become Ready
    When one pod of the Deployment "echoserver" is deleted
    Then another pod takes its place
    And the 2 pods of the Deployment "echoserver" become Ready
