@api-server @slide-apiserver-etcd
Feature: Pod security
  Who keeps pods from taking over their node?

  Three standards, privileged, baseline and restricted, and a label on the namespace that says which one holds. PodSecurityPolicy, which did
  this before, is gone since 1.25.
  Reference: https://kubernetes.io/docs/concepts/security/pod-security-standards/ and
  https://kubernetes.io/docs/concepts/security/pod-security-admission/

  Background:
    Given a cluster

  @requires-kubernetes>=1.25
  Scenario: "Restricted" refuses a privileged pod and says why
    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Namespace
      metadata:
        name: "{namespace}-strict"
        labels:
          pod-security.kubernetes.io/enforce: restricted
      """
    When soon the API server answers this request like this:
      | request                                                    | body                                                                                                                                                             | answer        | answer holds                                                                                              |
      | POST /api/v1/namespaces/{namespace}-strict/serviceaccounts | {"metadata":{"name":"ana"}}                                                                                                                                      | 201 Created   |                                                                                                           |
    Then the API server answers these requests, one after the other:
      | request                                                    | body                                                                                                                                                             | answer        | answer holds                                                                                              |
      | POST /api/v1/namespaces/{namespace}-strict/pods?dryRun=All | {"metadata":{"name":"p"},"spec":{"serviceAccountName":"ana","securityContext":{"runAsNonRoot":true,"seccompProfile":{"type":"RuntimeDefault"}},"containers":[{"name":"c","image":"toolbox","securityContext":{"privileged":true,"capabilities":{"drop":["ALL"]}}}]}} | 403 Forbidden | message=pods "p" is forbidden: violates PodSecurity "restricted:latest": privileged (container "c" must not set securityContext.privileged=true), allowPrivilegeEscalation != false (container "c" must set securityContext.allowPrivilegeEscalation=false) |
      | POST /api/v1/namespaces/{namespace}-strict/pods?dryRun=All | {"metadata":{"name":"p"},"spec":{"serviceAccountName":"ana","securityContext":{"runAsNonRoot":true,"seccompProfile":{"type":"RuntimeDefault"}},"containers":[{"name":"c","image":"toolbox","securityContext":{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]}}}]}} | 201 Created   | metadata.name=p |
      | POST /api/v1/namespaces/{namespace}/pods?dryRun=All        | {"metadata":{"name":"p"},"spec":{"automountServiceAccountToken":false,"containers":[{"name":"c","image":"toolbox","securityContext":{"privileged":true}}]}}       | 201 Created   | metadata.name=p                                                                                           |

  @requires-kubernetes>=1.25
  Scenario: Between both, "baseline" refuses only what reaches the node
    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Namespace
      metadata:
        name: "{namespace}-usual"
        labels:
          pod-security.kubernetes.io/enforce: baseline
      """
    When soon the API server answers this request like this:
      | request                                                   | body                        | answer      |
      | POST /api/v1/namespaces/{namespace}-usual/serviceaccounts | {"metadata":{"name":"ana"}} | 201 Created |
    Then the API server answers these requests, one after the other:
      | request                                                   | body                                                                                                                                                                                    | answer        | answer holds                                                                                        |
      | POST /api/v1/namespaces/{namespace}-usual/pods?dryRun=All | {"metadata":{"name":"p"},"spec":{"serviceAccountName":"ana","containers":[{"name":"c","image":"toolbox"}]}}                                                                             | 201 Created   | metadata.name=p                                                                                     |
      | POST /api/v1/namespaces/{namespace}-usual/pods?dryRun=All | {"metadata":{"name":"p"},"spec":{"serviceAccountName":"ana","hostNetwork":true,"containers":[{"name":"c","image":"toolbox"}]}}                                                          | 403 Forbidden | message=pods "p" is forbidden: violates PodSecurity "baseline:latest": host namespaces (hostNetwork=true) |
      | POST /api/v1/namespaces/{namespace}-usual/pods?dryRun=All | {"metadata":{"name":"p"},"spec":{"serviceAccountName":"ana","volumes":[{"name":"node","hostPath":{"path":"/"}}],"containers":[{"name":"c","image":"toolbox"}]}}                         | 403 Forbidden | message=pods "p" is forbidden: violates PodSecurity "baseline:latest": hostPath volumes (volume "node")  |

  @requires-kubernetes>=1.25
  Scenario: A namespace can warn first, also of what will make pods later
    A Deployment is not refused: only pods are. But who applies it is told.

    Given this manifest is applied:
      """yaml
      apiVersion: v1
      kind: Namespace
      metadata:
        name: "{namespace}-soon"
        labels:
          pod-security.kubernetes.io/enforce: privileged
          pod-security.kubernetes.io/warn: baseline
      """
    Then the API server answers these requests, one after the other:
      | request                                                               | body                                                                                                                                                                                                                             | answer      | warning                                                                                              |
      | POST /apis/apps/v1/namespaces/{namespace}-soon/deployments?dryRun=All | {"metadata":{"name":"d"},"spec":{"selector":{"matchLabels":{"app":"d"}},"template":{"metadata":{"labels":{"app":"d"}},"spec":{"hostPID":true,"containers":[{"name":"c","image":"toolbox"}]}}}}                                       | 201 Created | would violate PodSecurity "baseline:latest": host namespaces (hostPID=true) |
      | POST /apis/apps/v1/namespaces/{namespace}-soon/deployments?dryRun=All | {"metadata":{"name":"d"},"spec":{"selector":{"matchLabels":{"app":"d"}},"template":{"metadata":{"labels":{"app":"d"}},"spec":{"containers":[{"name":"c","image":"toolbox"}]}}}}                                                      | 201 Created |                                                                             |
