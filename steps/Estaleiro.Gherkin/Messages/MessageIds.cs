using System.Globalization;
using Gherkin.CucumberMessages;

namespace Estaleiro.Gherkin.Messages;

/// <summary>Ids that are unique in one run; safe for parallel features.</summary>
internal sealed class MessageIds : IIdGenerator
{
    private long last;

    public string GetNewId() => Interlocked.Increment(ref last).ToString(CultureInfo.InvariantCulture);
}
