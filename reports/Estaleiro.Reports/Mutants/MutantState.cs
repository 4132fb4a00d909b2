using System.Text.Json.Serialization;

namespace Estaleiro.Reports.Mutants;

/// <summary>What became of a mutant.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MutantState>))]
public enum MutantState
{
    /// <summary>A scenario failed on it that passes on a healthy cluster.</summary>
    Killed,

    /// <summary>Every scenario that ran passed.</summary>
    Survived,

    /// <summary>Its scenarios did not end within the limit, and none failed.</summary>
    TimedOut,

    /// <summary>No user can tell it from a healthy cluster. Does not count.</summary>
    Equivalent,

    /// <summary>It tests nothing: its file has a mistake, its cluster does not start, or its rule never fired. Does not count.</summary>
    Invalid,

    /// <summary>This cluster lacks what it requires. Does not count.</summary>
    NotHere,
}
