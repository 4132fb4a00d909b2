namespace Estaleiro.Contract;

/// <summary>Names in a run's folder that test process, command line and reports have in common.</summary>
public static class RunFiles
{
    /// <summary>The run's Cucumber messages.</summary>
    public const string Messages = "messages.ndjson";

    /// <summary>The run's notices: see <see cref="Notice"/>.</summary>
    public const string Progress = "progress.ndjson";

    /// <summary>What stayed on purpose: see <see cref="KeptScenario"/>.</summary>
    public const string Kept = "kept.jsonl";

    /// <summary>The rights that requests to an existing cluster needed, one a line.</summary>
    public const string Rights = "rights.txt";

    /// <summary>What became of the run's mutant, one <see cref="MutantNote"/> a line.</summary>
    public const string Mutant = "mutant.ndjson";

    /// <summary>Not in a run's folder but in the clone: the outcomes that the last run received, one full path a line.</summary>
    public const string Received = "reports/out/received.txt";

    /// <summary>Also in the clone: the folders of a user's features that the last run ran, one a line.</summary>
    public const string Specs = "reports/out/specs.txt";

    /// <summary>The folder of evidence: a folder for each feature, in it one for each scenario.</summary>
    public const string Evidence = "evidence";
}
