namespace Estaleiro.Steps.Outcomes;

/// <summary>
/// The one place that says what outcomes leave out because Kubernetes' releases from 1.20 to 1.36, or distributions of them, differ in it for a good
/// reason. Every entry has its reason. A run's observations keep all of it: <c>./run.sh compare</c> shows where two releases differ.
/// </summary>
public static class ReleaseDifferences
{
    private static readonly Dictionary<(string Kind, string Type), string> Conditions = new()
    {
        [("Pod", "PodHasNetwork")] = "only 1.25 to 1.27, as an alpha feature",
        [("Pod", "PodReadyToStartContainers")] = "set since 1.29",
        [("Pod", "DisruptionTarget")] = "set since 1.26 on pods that are evicted, preempted or garbage-collected",
        [("Job", "FailureTarget")] = "set since 1.31, before Failed",
        [("Job", "SuccessCriteriaMet")] = "set since 1.31, before Complete",
        [("PodDisruptionBudget", "DisruptionAllowed")] = "set since 1.21",
        [("Node", "NetworkUnavailable")] = "set by some network plugins and cloud providers only",
    };

    private static readonly Dictionary<(string Kind, string Type), string> ConditionReasons = new()
    {
        [("Job", "Complete")] = "has the reason CompletionsReached since 1.31, none before",
        [("Pod", "Ready")] = "of a pod that has ended is PodCompleted, and since 1.23 PodFailed where it failed",
        [("Pod", "ContainersReady")] = "as Ready",
    };

    private static readonly Dictionary<(string Kind, string Field), string> Fields = new()
    {
        [("Job", "status.failed")] = "pods that a deadline ends are counted before or after the Job has failed, differently since 1.23 and since 1.31",
        [("Service", "metadata.finalizers")] = "whether load balancers are cleaned up by a finalizer depends on who makes them",
        [("ServiceAccount", "secrets")] = "named a Secret with a token until 1.24",
    };

    private static readonly Dictionary<string, (string Name, string Reason)> Components = new(StringComparer.Ordinal)
    {
        ["taint-controller"] = ("taint-eviction-controller", "a part of the node lifecycle controller until 1.29, by the older name"),
    };

    private static readonly Dictionary<(string Kind, string Name), string> InEveryNamespace = new()
    {
        [("ConfigMap", "kube-root-ca.crt")] = "comes some moments after the namespace",
        [("ConfigMap", "openshift-service-ca.crt")] = "the same, where the controller manager is OpenShift's",
        [("ServiceAccount", "default")] = "comes some moments after the namespace",
    };

    /// <summary>Whether outcomes speak of a condition.</summary>
    public static bool IsCommon(string kind, string conditionType) => !Conditions.ContainsKey((kind, conditionType));

    /// <summary>Whether outcomes say the reason of a condition.</summary>
    public static bool IsReasonCommon(string kind, string conditionType) => !ConditionReasons.ContainsKey((kind, conditionType));

    /// <summary>Whether outcomes say what a field holds.</summary>
    public static bool IsFieldCommon(string kind, string field) => !Fields.ContainsKey((kind, field));

    /// <summary>The name by which outcomes call the component that told of an event.</summary>
    public static string NameOfComponent(string component) => Components.GetValueOrDefault(component, (component, "")).Item1;

    /// <summary>
    /// Whether outcomes list an object among what a namespace holds. Until 1.24 every ServiceAccount got a Secret with a token
    /// (https://github.com/kubernetes/enhancements/tree/master/keps/sig-auth/2799-reduction-of-secret-based-service-account-token).
    /// </summary>
    public static bool IsListed(string kind, string name, string? secretType) =>
        !InEveryNamespace.ContainsKey((kind, name)) && secretType is not "kubernetes.io/service-account-token";

    /// <summary>As <see cref="IsListed"/>, of a key of etcd.</summary>
    public static bool IsListedKey(string key) =>
        !InEveryNamespace.Keys.Any(one => key.EndsWith($"/{one.Name}", StringComparison.Ordinal))
        && !key.Contains("/default-token-", StringComparison.Ordinal);

    /// <summary>
    /// Whether outcomes say what the body of an answer is. The deletion of a Service is answered by the Service itself since 1.23, by a Status before.
    /// </summary>
    public static bool IsBodyCommon(HttpMethod method, string path) =>
        method != HttpMethod.Delete || !path.Contains("/services/", StringComparison.Ordinal);
}
