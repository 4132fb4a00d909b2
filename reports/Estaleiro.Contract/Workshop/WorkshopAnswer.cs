namespace Estaleiro.Contract.Workshop;

/// <summary>What whoever leads the workshop wants next.</summary>
public enum WorkshopAnswer
{
    /// <summary>Go on.</summary>
    Go,

    /// <summary>The step before once more; after a step that failed or was the last: that one.</summary>
    Again,

    /// <summary>Leave the rest of the scenario out.</summary>
    Next,

    /// <summary>End the session.</summary>
    Quit,
}
