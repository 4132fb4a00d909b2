using Estaleiro.Cli.Terminal;

namespace Estaleiro.Cli.Tests.Fakes;

internal sealed class FakePrompt : IPrompt
{
    internal bool? Answer { get; set; }

    internal int Asked { get; private set; }

    public bool CanAsk => Answer is not null;

    public bool Confirm(string question)
    {
        Asked++;
        return Answer ?? false;
    }
}
