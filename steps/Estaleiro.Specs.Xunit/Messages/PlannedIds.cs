using Gherkin.CucumberMessages;

namespace Estaleiro.Specs.Xunit.Messages;

/// <summary>Gives a test step the id under which the test case has told of it.</summary>
internal sealed class PlannedIds(IIdGenerator ids) : IIdGenerator
{
    /// <summary>The id of the step or hook that is about to start; null for what was not planned.</summary>
    public string? Next { get; set; }

    public string GetNewId() => Next ?? ids.GetNewId();
}
