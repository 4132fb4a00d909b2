using Io.Cucumber.Messages.Types;

namespace Estaleiro.Gherkin.Messages;

/// <summary>Takes a run's Cucumber messages in the order they happen; called from several features at once.</summary>
internal interface IMessageSink
{
    /// <exception cref="SpecRunException">The messages can no longer be kept.</exception>
    void Write(Envelope envelope);
}
