namespace Estaleiro.Reports.Model;

/// <summary>
/// How a step, a hook or a scenario ended. The order is Cucumber's severity: a scenario has the worst status of its steps and hooks
/// (https://github.com/cucumber/messages/blob/main/jsonschema/TestStepFinished.json).
/// </summary>
public enum ResultStatus
{
    /// <summary>There is no result.</summary>
    Unknown,

    /// <summary>It did what it says.</summary>
    Passed,

    /// <summary>It was not run.</summary>
    Skipped,

    /// <summary>Its step definition says that it is still to be written.</summary>
    Pending,

    /// <summary>No step definition matches it.</summary>
    Undefined,

    /// <summary>Several step definitions match it.</summary>
    Ambiguous,

    /// <summary>It failed.</summary>
    Failed,
}
