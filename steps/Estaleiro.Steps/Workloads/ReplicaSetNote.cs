using k8s.Models;

namespace Estaleiro.Steps.Workloads;

/// <summary>
/// One line of a diary of ReplicaSets. It is what they ask for together that a Deployment's strategy holds down: each ReplicaSet follows its own wish
/// in its own time, so that there can be a pod more for a moment.
/// </summary>
/// <param name="Uid">The ReplicaSet's uid.</param>
/// <param name="Version">The ReplicaSet's resourceVersion.</param>
/// <param name="AskedFor">How many pods all ReplicaSets asked for then.</param>
public sealed record ReplicaSetNote(string Uid, string Version, int AskedFor) : DiaryNote(Uid, Version)
{
    /// <inheritdoc/>
    public override string Told => $"{AskedFor}";

    /// <summary>Writes one.</summary>
    public static ReplicaSetNote Of(string? type, V1ReplicaSet? before, V1ReplicaSet now, IReadOnlyCollection<V1ReplicaSet> all) =>
        new(now.Metadata.Uid, now.Metadata.ResourceVersion, all.Sum(one => one.Spec.Replicas!.Value));
}
