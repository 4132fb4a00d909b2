using Estaleiro.Specs.Xunit;
using Estaleiro.Specs.Xunit.Hosting;
using Estaleiro.Specs.Xunit.Messages;
using Estaleiro.Specs.Xunit.Pacing;
using Reqnroll.Bindings;
using Reqnroll.Formatters;
using Reqnroll.Formatters.ExecutionTracking;
using Reqnroll.Formatters.PayloadProcessing.Cucumber;
using Reqnroll.Infrastructure;
using Reqnroll.Plugins;
using Reqnroll.Tracing;
using Reqnroll.UnitTestProvider;

[assembly: RuntimePlugin(typeof(SpecsPlugin))]

namespace Estaleiro.Specs.Xunit;

/// <summary>
/// Ties Reqnroll's runtime to xunit 2: skips, live messages, pacing, objects that are disposed asynchronously. Reqnroll finds it beside the test
/// assembly (https://docs.reqnroll.net/latest/extend/plugins.html).
/// </summary>
public sealed class SpecsPlugin : IRuntimePlugin
{
    private const string Provider = "xunit";

    /// <summary>Called by Reqnroll.</summary>
    public void Initialize(
        RuntimePluginEvents runtimePluginEvents, RuntimePluginParameters runtimePluginParameters, UnitTestProviderConfiguration unitTestProviderConfiguration)
    {
        ArgumentNullException.ThrowIfNull(runtimePluginEvents);
        ArgumentNullException.ThrowIfNull(unitTestProviderConfiguration);
        unitTestProviderConfiguration.UseUnitTestProvider(Provider);
        runtimePluginEvents.ConfigurationDefaults += (_, args) =>
            args.ReqnrollConfiguration.AdditionalStepAssemblies.Add(typeof(SpecsPlugin).Assembly.GetName().Name);
        runtimePluginEvents.RegisterGlobalDependencies += (_, args) =>
            args.ObjectContainer.RegisterTypeAs<XunitRuntimeProvider, IUnitTestRuntimeProvider>(Provider);
        runtimePluginEvents.CustomizeGlobalDependencies += (_, args) =>
        {
            var container = args.ObjectContainer;
            container.RegisterInstanceAs(SpecRun.Of(container.Resolve<ITestAssemblyProvider>().TestAssembly));
            container.RegisterTypeAs<LiveMessageFormatter, ICucumberMessageFormatter>("message");
            container.RegisterTypeAs<SpecMessageFactory, ICucumberMessageFactory>();
            container.RegisterTypeAs<PromptPickleTrackerFactory, IPickleExecutionTrackerFactory>();
            container.RegisterTypeAs<PacedBindingInvoker, IAsyncBindingInvoker>();
            var lifecycle = container.Resolve<RuntimePluginTestExecutionLifecycleEvents>();
            lifecycle.AfterScenarioAsync += (_, after) => AsyncDisposal.OfAsync(after.ObjectContainer);
            lifecycle.AfterFeatureAsync += (_, after) => AsyncDisposal.OfAsync(after.ObjectContainer);
            lifecycle.AfterTestRunAsync += (_, after) => AsyncDisposal.OfAsync(after.ObjectContainer);
            AsyncDisposal.Follow(container);
        };
        runtimePluginEvents.CustomizeTestThreadDependencies += (_, args) =>
        {
            args.ObjectContainer.RegisterTypeAs<XunitTraceListener, ITraceListener>();
            args.ObjectContainer.RegisterTypeAs<ReqnrollAttachmentHandler, IReqnrollAttachmentHandler>();
        };
        runtimePluginEvents.CustomizeFeatureDependencies += (_, args) => AsyncDisposal.Follow(args.ObjectContainer);
        runtimePluginEvents.CustomizeScenarioDependencies += (_, args) => AsyncDisposal.Follow(args.ObjectContainer);
    }
}
