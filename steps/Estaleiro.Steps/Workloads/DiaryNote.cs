using System.Globalization;
using k8s.Models;

namespace Estaleiro.Steps.Workloads;

/// <summary>One line of a <see cref="Diary{TObject, TNote}"/>.</summary>
/// <param name="Uid">The object's uid: a successor of the same name has another.</param>
/// <param name="Version">The object's resourceVersion.</param>
public abstract record DiaryNote(string Uid, string Version)
{
    /// <summary>What to show of it where the diary is shown; null where it says nothing new.</summary>
    public abstract string? Told { get; }

    /// <summary>Whether this line is of the object's present state or of a later one.</summary>
    public bool Covers(IMetadata<V1ObjectMeta> subject) => Uid == subject.Metadata.Uid
        && long.Parse(Version, CultureInfo.InvariantCulture) >= long.Parse(subject.Metadata.ResourceVersion, CultureInfo.InvariantCulture);
}
