using System.Text.Json.Nodes;
using Estaleiro.Api;

namespace Estaleiro.Steps.Outcomes;

/// <summary>
/// What outcomes say of an object that was waited for: the fields of its kind that every release has and that are settled then, its whole set of
/// conditions, its owners and finalizers. What differs between releases is left out by <see cref="ReleaseDifferences"/>.
/// </summary>
public static class ObjectState
{
    private const string Pod = "Pod";

    /// <summary>What is asked of a pod that runs may be another a moment later, unless it was waited for.</summary>
    private static readonly string[] Turning = ["Ready", "ContainersReady"];

    private static readonly Dictionary<string, string[]> Fields = new(StringComparer.Ordinal)
    {
        [Pod] = ["status.phase"],
        ["ConfigMap"] = ["data"],
        ["DaemonSet"] =
            ["status.desiredNumberScheduled", "status.currentNumberScheduled", "status.numberMisscheduled", "status.numberReady"],
        ["Deployment"] = ["status.readyReplicas", "status.availableReplicas"],
        ["IPAddress"] = ["spec.parentRef"],
        ["Job"] = ["status.succeeded", "status.failed", "status.active"],
        ["Lease"] = ["spec.holderIdentity"], // not for how long: ESTALEIRO_TIMEOUT_SCALE stretches that
        ["Music"] = ["spec.status", "status.title", "status.length"],
        ["Namespace"] = ["status.phase", "spec.finalizers"],
        ["NetworkPolicy"] = ["spec.policyTypes"],
        ["PersistentVolume"] = ["status.phase", "spec.persistentVolumeReclaimPolicy", "spec.claimRef.kind", "spec.claimRef.name"],
        ["PersistentVolumeClaim"] = ["status.phase", "status.accessModes", "spec.volumeMode"],
        ["PodDisruptionBudget"] = ["status.expectedPods", "status.desiredHealthy", "status.currentHealthy", "status.disruptionsAllowed"],
        ["ResourceQuota"] = ["status.hard", "status.used"],
        ["Secret"] = ["type"],
        ["Service"] = ["spec.type", "spec.sessionAffinity", "spec.externalTrafficPolicy"],
        ["ServiceCIDR"] = ["spec.cidrs"],
        ["CertificateSigningRequest"] = ["spec.signerName", "spec.usages"],
    };

    /// <summary>The state of an object.</summary>
    /// <param name="kind">Its kind: items of a list come without it.</param>
    /// <param name="found">The object.</param>
    /// <param name="awaited">
    /// The fields that were waited for. Of a pod that runs, its conditions Ready and ContainersReady are told only if they, or states of containers, are
    /// among them.
    /// </param>
    public static JsonObject Of(string kind, JsonObject found, params IEnumerable<string> awaited)
    {
        var state = new JsonObject();
        string[] waitedFor = [.. awaited];
        foreach (var field in Fields.GetValueOrDefault(kind, []).Where(field => ReleaseDifferences.IsFieldCommon(kind, field) && IsSettled(field)))
        {
            state[field.Split('.', 2)[^1]] = Short(Find(found, field));
        }

        var mayTurn = kind is Pod && FieldPath.Read(found, "status.phase") is "Running" && !waitedFor.Any(TellsReadiness);
        if (IsSettled("status.conditions")
            && !IsRefusedPod(kind, found)
            && Conditions(kind, found, type => !mayTurn || !Turning.Contains(type)) is { Count: > 0 } conditions)
        {
            state["conditions"] = conditions;
        }

        if (kind is Pod)
        {
            DescribePod(state, found);
        }

        if (Owners(found) is { Length: > 0 } owners)
        {
            state["owners"] = owners;
        }

        if (FieldPath.Read(found, "metadata.finalizers") is { Length: > 0 } finalizers && ReleaseDifferences.IsFieldCommon(kind, "metadata.finalizers"))
        {
            state["finalizers"] = finalizers;
        }

        if (FieldPath.Read(found, "metadata.deletionTimestamp") is not null)
        {
            state["marked for deletion"] = "yes";
        }

        return state;

        // The Music controller writes the spec first, and the status a moment later.
        bool IsSettled(string field) => kind is not "Music" || waitedFor.Length == 0 || waitedFor.Any(other => other.Split('.')[0] == field.Split('.')[0]);
    }

    /// <summary>The conditions in one line: the names of those that are True, the others with their status and reason.</summary>
    public static string ConditionsLine(string kind, JsonObject found) => string.Join(
        ", ", Conditions(kind, found, _ => true).Select(one => (string)one.Value! is "True" ? one.Key : $"{one.Key}: {one.Value}"));

    /// <summary>Kinds and names of the owners, the controller first.</summary>
    public static string Owners(JsonObject found) => string.Join(
        ", ",
        (found["metadata"]?["ownerReferences"] as JsonArray ?? []).OfType<JsonObject>()
            .OrderByDescending(owner => (bool?)owner["controller"] ?? false)
            .Select(owner => $"{owner["kind"]} {owner["name"]}"));

    private static bool TellsReadiness(string field) =>
        field.Contains("[Ready]", StringComparison.Ordinal)
        || field.EndsWith(".ready", StringComparison.Ordinal)
        || field.Contains("].state.", StringComparison.Ordinal);

    /// <summary>A kubelet that refuses a pod writes a status of its own: some releases leave the conditions there were, some do not.</summary>
    private static bool IsRefusedPod(string kind, JsonObject found) =>
        kind is Pod && FieldPath.Read(found, "status.phase") is "Failed" && found["status"]?["containerStatuses"] is null;

    private static JsonNode? Find(JsonObject found, string field) => field.Split('.').Aggregate((JsonNode?)found, (node, name) => (node as JsonObject)?[name]);

    /// <summary>None, a value, or values in one line; the entries of a map keep their lines.</summary>
    private static JsonNode? Short(JsonNode? node) => node switch
    {
        null => "none",
        JsonArray list => string.Join(", ", list.Select(item => $"{item}")),
        _ => node.DeepClone(),
    };

    private static JsonObject Conditions(string kind, JsonObject found, Func<string, bool> isTold) => new(
        (found["status"]?["conditions"] as JsonArray ?? []).OfType<JsonObject>()
            .Select(condition => (Type: (string)condition["type"]!, Status: (string)condition["status"]!, Reason: (string?)condition["reason"]))
            .Where(condition => ReleaseDifferences.IsCommon(kind, condition.Type) && isTold(condition.Type))
            .OrderBy(condition => condition.Type, StringComparer.Ordinal)
            .Select(condition => KeyValuePair.Create<string, JsonNode?>(
                condition.Type,
                condition.Reason is { Length: > 0 } reason && ReleaseDifferences.IsReasonCommon(kind, condition.Type)
                    ? $"{condition.Status} ({reason})"
                    : condition.Status)));

    private static void DescribePod(JsonObject state, JsonObject found)
    {
        if (FieldPath.Read(found, "status.reason") is { } reason)
        {
            state["reason"] = reason;
        }

        if (IsRefusedPod(Pod, found))
        {
            state["containers"] = "none was ever made";
            return;
        }

        state["quality of service"] = FieldPath.Read(found, "status.qosClass");
        if (FieldPath.Read(found, "status.phase") is not ("Succeeded" or "Failed"))
        {
            return;
        }

        // It has ended, so these stay as they are.
        foreach (var list in (string[])["initContainerStatuses", "containerStatuses"])
        {
            foreach (var container in (found["status"]?[list] as JsonArray ?? []).OfType<JsonObject>())
            {
                state[$"container {container["name"]}"] = container["state"]?["terminated"] is JsonObject ended
                    ? $"{ended["reason"]}, exit code {ended["exitCode"]}"
                    : $"never ran ({FieldPath.Read(container, "state.waiting.reason")})";
            }
        }
    }
}
