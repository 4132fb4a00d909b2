using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Estaleiro.Specs.Xunit.Hosting;

/// <summary>xunit's own framework plus the run: before-run hooks ahead of the first scenario, after-run hooks behind the last.</summary>
public sealed class SpecTestFramework : XunitTestFramework
{
    /// <summary>Called by xunit, by way of the attribute the build adds to the assembly.</summary>
    public SpecTestFramework(IMessageSink messageSink)
        : base(messageSink)
    {
    }

    /// <inheritdoc/>
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new SpecTestFrameworkExecutor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);
}
