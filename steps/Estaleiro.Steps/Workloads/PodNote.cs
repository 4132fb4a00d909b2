using Estaleiro.Clusters.Waiting;
using k8s.Models;

namespace Estaleiro.Steps.Workloads;

/// <summary>One line of a diary of pods.</summary>
/// <param name="Pod">The pod's name.</param>
/// <param name="What">What happened to it.</param>
/// <param name="Uid">The pod's uid: a successor of the same name has another.</param>
/// <param name="Version">The pod's resourceVersion.</param>
/// <param name="Ready">How many pods were Ready then, those on their way out left aside.</param>
/// <param name="AtWork">How many pods had neither ended nor been asked to.</param>
public sealed record PodNote(string Pod, string What, string Uid, string Version, int Ready, int AtWork) : DiaryNote(Uid, Version)
{
    /// <summary>The pod was there when the diary began.</summary>
    public const string There = "there";

    /// <summary>It was created.</summary>
    public const string Created = "created";

    /// <summary>It became Ready.</summary>
    public const string BecameReady = "Ready";

    /// <summary>It was asked to stop.</summary>
    public const string AskedToStop = "asked to stop";

    /// <summary>The object is gone.</summary>
    public const string Gone = "gone";

    /// <summary>Something else about it changed.</summary>
    public const string Changed = "changed";

    /// <inheritdoc/>
    public override string? Told => What == Changed ? null : $"{Pod} {What}";

    /// <summary>Writes one.</summary>
    public static PodNote Of(string? type, V1Pod? before, V1Pod now, IReadOnlyCollection<V1Pod> all) => new(
        now.Metadata.Name,
        type switch { null => There, "DELETED" => Gone, _ => HappenedTo(before, now) },
        now.Metadata.Uid,
        now.Metadata.ResourceVersion,
        all.Count(pod => pod.IsReady()),
        all.Count(IsAtWork));

    private static bool IsAtWork(V1Pod pod) => pod.Metadata.DeletionTimestamp is null && pod.Status?.Phase is not ("Succeeded" or "Failed");

    private static string HappenedTo(V1Pod? before, V1Pod pod) => before switch
    {
        null => Created,
        _ when !before.IsReady() && pod.IsReady() => BecameReady,
        { Metadata.DeletionTimestamp: null } when pod.Metadata.DeletionTimestamp is not null => AskedToStop,
        _ => Changed,
    };
}
