using System.Globalization;
using Estaleiro.Gherkin.Bindings;
using Estaleiro.Gherkin.BoDi;
using Estaleiro.Gherkin.Parsing;
using Io.Cucumber.Messages.Types;
using Exception = System.Exception;
using HookType = Estaleiro.Gherkin.Bindings.HookType;

namespace Estaleiro.Gherkin.Execution;

/// <summary>One run of a feature: its hooks, shared objects and scenarios, one after another.</summary>
internal sealed class FeatureRun
{
    private readonly ObjectContainer container;
    private readonly OutputHelper output;
    private readonly ScopeSubject subject;

    public FeatureRun(SpecRun run, FeatureDocument document, string folder)
    {
        Run = run;
        Document = document;
        var feature = document.Feature!;
        Context = new FeatureContext(
            container = new ObjectContainer("feature", run.Container),
            new FeatureInfo(CultureOf(feature.Language), folder, feature.Name, feature.Description ?? "", [.. document.Tags]));
        output = new OutputHelper(run.Sink, _ => { });
        container.RegisterInstanceAs(Context);
        container.RegisterInstanceAs<IReqnrollOutputHelper>(output);
        subject = new ScopeSubject(feature.Name, null, document.Tags);
    }

    public SpecRun Run { get; }

    public FeatureDocument Document { get; }

    public FeatureContext Context { get; }

    /// <summary>Why no scenario of the feature can run; null if all is well.</summary>
    public Exception? Failure => Run.Failure ?? Context.BeforeFeatureHookError;

    internal ObjectContainer Container => container;

    /// <summary>Runs the before-feature hooks. A failure is kept, for every scenario to fail with.</summary>
    public async Task StartAsync()
    {
        try
        {
            Run.Sink.Write(Envelope.Create(new Source(Document.Uri, Document.Source, SourceMediaType.TEXT_X_CUCUMBER_GHERKIN_PLAIN)));
            Run.Sink.Write(Envelope.Create(Document.Document));
            foreach (var scenario in Document.Scenarios)
            {
                Run.Sink.Write(Envelope.Create(scenario.Pickle));
            }

            if (Run.Failure is null)
            {
                await Run.RunHooksAsync(HookType.BeforeFeature, subject, container, output, Context);
            }
        }
        catch (Exception error)
        {
            Context.BeforeFeatureHookError = error;
        }
    }

    public ScenarioRun Scenario(int index, Action<string> writeLine) => new(this, Document.Scenarios[index], writeLine);

    /// <summary>Runs the after-feature hooks and disposes what the feature shares. Throws what went wrong.</summary>
    public async Task FinishAsync()
    {
        var errors = new List<Exception>();
        if (Run.Failure is null)
        {
            await SpecRun.Collect(errors, () => Run.RunHooksAsync(HookType.AfterFeature, subject, container, output, Context));
        }

        await SpecRun.Collect(errors, () => container.EndAsync());
        if (errors.Count > 0)
        {
            Run.Failed();
        }

        Errors.Throw(errors);
    }

    private static CultureInfo CultureOf(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language);
        }
        catch (CultureNotFoundException)
        {
            // A process without ICU data knows the invariant culture only.
            return CultureInfo.InvariantCulture;
        }
    }
}
