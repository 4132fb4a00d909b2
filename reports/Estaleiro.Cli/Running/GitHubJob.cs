using System.Text;
using Estaleiro.Cli.Terminal;
using Estaleiro.Contract;
using Estaleiro.Reports.GitHub;
using Estaleiro.Reports.Markdown;
using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Running;

/// <summary>
/// Reports a run to a GitHub Actions job: the job's summary, and errors on lines of the feature files. Does nothing elsewhere.
/// </summary>
internal sealed class GitHubJob(CliServices services)
{
    /// <param name="run">The run.</param>
    /// <param name="repository">The clone that contains the run's features, or null if the messages may come from another one.</param>
    internal void Tell(TestRun run, Repository? repository = null)
    {
        if (services.Variable("GITHUB_STEP_SUMMARY") is { Length: > 0 } path)
        {
            AppendSummary(run, path);
        }

        if (services.Variable(GitHubRunner.Variable) == "true")
        {
            foreach (var line in GitHubAnnotations.Of(run, uri => PathInWorkspace(uri, repository)))
            {
                services.Output.WorkflowCommand(line);
            }
        }
    }

    /// <summary>The limit is per step, and includes what others wrote before.</summary>
    private void AppendSummary(TestRun run, string path)
    {
        try
        {
            var file = new FileInfo(path);
            var free = MarkdownSummary.MostBytes - (file.Exists ? file.Length : 0) - 1;
            if (free < MarkdownSummary.LeastBytes)
            {
                services.Error.Line("The job's summary is full, so nothing was added. See summary.md in the run's folder.", Tone.Warning);
                return;
            }

            using var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
            stream.Write(Encoding.UTF8.GetBytes(MarkdownSummary.Of(run, (int)free) + "\n"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            services.Error.Line(
                $"Cannot write the job's summary {path}: {exception.Message.Split('\n')[0]} See summary.md in the run's folder.", Tone.Warning);
        }
    }

    /// <summary>GitHub expects paths relative to the workspace; the clone may be in a subfolder.</summary>
    private string PathInWorkspace(string uri, Repository? repository)
    {
        if (repository is null || services.Variable("GITHUB_WORKSPACE") is not { Length: > 0 } workspace)
        {
            return uri;
        }

        var clone = Path.GetRelativePath(workspace, repository.FeaturesRoot).Replace('\\', '/');
        return clone == "." || clone.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(clone) ? uri : $"{clone}/{uri}";
    }
}
