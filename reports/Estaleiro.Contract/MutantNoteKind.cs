using System.Text.Json.Serialization;

namespace Estaleiro.Contract;

/// <summary>What may happen to a mutant in a run.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MutantNoteKind>))]
public enum MutantNoteKind
{
    /// <summary>A cluster has the fault.</summary>
    Applied,

    /// <summary>A rule changed a request or an answer for the first time.</summary>
    Fired,

    /// <summary>The cluster lacks what the mutant requires.</summary>
    NotHere,

    /// <summary>The fault could not be put into a cluster.</summary>
    Broken,
}
