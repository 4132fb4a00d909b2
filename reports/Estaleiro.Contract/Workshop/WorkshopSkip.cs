namespace Estaleiro.Contract.Workshop;

/// <summary>Reasons for which a session skips, as Cucumber messages give them.</summary>
public static class WorkshopSkip
{
    /// <summary>The session ended before the scenario: nobody left it out, so reports do not show it.</summary>
    public const string NotReached = "Workshop: the session ended before it.";
}
