namespace Estaleiro.Reports.Model;

/// <summary>
/// How a step, a hook or a scenario ended. The order is Cucumber's severity: a scenario has the worst status of its steps and hooks
/// (https://github.com/cucumber/messages/blob/main/jsonschema/TestStepFinished.json).
/// </summary>
public enum ResultStatus
{
    /// <summary>No result.</summary>
    Unknown,

    /// <summary>It passed.</summary>
    Passed,

    /// <summary>It was not run.</summary>
    Skipped,

    /// <summary>Its step definition is pending.</summary>
    Pending,

    /// <summary>No step definition matches it.</summary>
    Undefined,

    /// <summary>Several step definitions match it.</summary>
    Ambiguous,

    /// <summary>It failed.</summary>
    Failed,
}
