using Io.Cucumber.Messages.Types;
using Reqnroll.Formatters.PubSub;

namespace Estaleiro.Specs.Xunit.Messages;

/// <summary>Passes on all but Reqnroll's own test case, which comes at the scenario's end and has been told at its start.</summary>
internal sealed class PublisherWithoutTestCases(IMessagePublisher publisher) : IMessagePublisher
{
    public Task PublishAsync(Envelope message) => message.TestCase is null ? publisher.PublishAsync(message) : Task.CompletedTask;
}
