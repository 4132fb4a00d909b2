using Io.Cucumber.Messages.Types;

namespace Estaleiro.Gherkin.Messages;

/// <summary>For a run that keeps no messages.</summary>
internal sealed class NoMessageSink : IMessageSink
{
    public void Write(Envelope envelope)
    {
    }
}
