using System.Reflection;
using System.Text;
using Estaleiro.Specs.Xunit.Hosting;
using Io.Cucumber.Messages.Types;
using Reqnroll.Formatters.Configuration;
using Reqnroll.Formatters.Message;
using Reqnroll.Formatters.PayloadProcessing;
using Reqnroll.Formatters.RuntimeSupport;
using Reqnroll.Infrastructure;
using Reqnroll.Utils;
using Exception = System.Exception;

namespace Estaleiro.Specs.Xunit.Messages;

/// <summary>
/// Reqnroll's message formatter, for a file that others read while it grows: each message is there at once and whole, and the file may be read,
/// also after the process was killed. Messages that cannot be written fail the scenarios that follow.
/// </summary>
internal sealed class LiveMessageFormatter(
    IFormattersConfigurationProvider configuration, IFormatterLog log, IFileSystem files, ITestAssemblyProvider tests, SpecRun run)
    : MessageFormatter(configuration, log, files)
{
    /// <summary>The assembly metadata with the file's path where the configuration names none.</summary>
    private const string DefaultPath = "Estaleiro.Specs.Messages";

    private string path = "";

    /// <summary>A path that is made of variables which are not set counts as none.</summary>
    public override string? ResolveOutputFilePathVariables(string? configuredFilePath)
    {
        path = base.ResolveOutputFilePathVariables(configuredFilePath) ?? "";
        if (path.Length == 0 || path.StartsWith('{'))
        {
            path = tests.TestAssembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(data => data.Key == DefaultPath)?.Value ?? "";
        }

        return path;
    }

    public override void LaunchInner(IDictionary<string, object> formatterConfiguration, Action<bool> onInitialized) =>
        base.LaunchInner(formatterConfiguration, enabled =>
        {
            if (!enabled)
            {
                run.Fail(Failure("it is no path that can be written to"));
            }

            onInitialized(enabled);
        });

    protected override Stream CreateTargetFileStream(string outputPath)
    {
        path = outputPath;
        try
        {
            return new FileStream(outputPath, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            run.Fail(Failure(error.Message, error));
            throw;
        }
    }

    protected override async Task WriteToFile(Envelope envelope, CancellationToken cancellationToken)
    {
        try
        {
            await TargetFileStream!.WriteAsync(Encoding.UTF8.GetBytes(NdjsonSerializer.Serialize(envelope) + "\n"), cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            run.Fail(Failure(error.Message, error));
        }
    }

    private SpecRunException Failure(string problem, Exception? error = null) => new($"The Cucumber messages cannot be written to '{path}': {problem}", error);
}
