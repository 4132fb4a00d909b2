using Estaleiro.Gherkin.BoDi;

namespace Estaleiro.Gherkin;

/// <summary>The run: everything between the before-run and the after-run hooks of one test assembly.</summary>
public class TestRunContext : ReqnrollContext
{
    internal TestRunContext(IObjectContainer container) => TestRunContainer = container;

    /// <summary>Holds the objects that features and scenarios share, and disposes them at the end of the run.</summary>
    public IObjectContainer TestRunContainer { get; }
}
