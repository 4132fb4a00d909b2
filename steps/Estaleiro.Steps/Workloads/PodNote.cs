using System.Globalization;
using k8s.Models;

namespace Estaleiro.Steps.Workloads;

/// <summary>One line of a <see cref="PodDiary"/>.</summary>
/// <param name="Pod">The pod's name.</param>
/// <param name="What">What happened to it.</param>
/// <param name="Uid">The pod's uid: a successor of the same name has another.</param>
/// <param name="Version">The pod's resourceVersion.</param>
/// <param name="Ready">How many pods were Ready then, those on their way out left aside.</param>
/// <param name="AtWork">How many pods had neither ended nor been asked to.</param>
public sealed record PodNote(string Pod, string What, string Uid, string Version, int Ready, int AtWork)
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

    /// <summary>Whether this line is of the pod's present state or of a later one.</summary>
    public bool Covers(V1Pod pod) => Uid == pod.Metadata.Uid
        && long.Parse(Version, CultureInfo.InvariantCulture) >= long.Parse(pod.Metadata.ResourceVersion, CultureInfo.InvariantCulture);
}
