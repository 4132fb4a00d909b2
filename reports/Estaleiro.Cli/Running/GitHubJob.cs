using System.Text;
using Estaleiro.Cli.Terminal;
using Estaleiro.Reports.GitHub;
using Estaleiro.Reports.Markdown;
using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Running;

/// <summary>What a job of GitHub Actions is told of a run: the job's summary and errors on lines of the feature files. Nothing elsewhere.</summary>
internal sealed class GitHubJob(CliServices services)
{
    /// <param name="run">The run.</param>
    /// <param name="repository">The clone the run's features are in, or null where the messages may come from another.</param>
    internal void Tell(TestRun run, Repository? repository = null)
    {
        if (services.Variable("GITHUB_STEP_SUMMARY") is { Length: > 0 } path)
        {
            AppendSummary(run, path);
        }

        if (services.Variable("GITHUB_ACTIONS") == "true")
        {
            foreach (var line in GitHubAnnotations.Of(run, uri => PathInWorkspace(uri, repository)))
            {
                services.Output.Line(line);
            }
        }
    }

    /// <summary>The limit is the step's: what others wrote there before counts too.</summary>
    private void AppendSummary(TestRun run, string path)
    {
        try
        {
            var file = new FileInfo(path);
            var free = MarkdownSummary.MostBytes - (file.Exists ? file.Length : 0) - 1;
            if (free < MarkdownSummary.LeastBytes)
            {
                services.Error.Line("The job's summary is full: nothing was added to it. The run's folder has summary.md.", Tone.Warning);
                return;
            }

            using var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
            stream.Write(Encoding.UTF8.GetBytes(MarkdownSummary.Of(run, (int)free) + "\n"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            services.Error.Line(
                $"The job's summary {path} cannot be written: {exception.Message.Split('\n')[0]} The run's folder has summary.md.", Tone.Warning);
        }
    }

    /// <summary>GitHub finds a file by its path below the workspace; the clone may be in a folder of it.</summary>
    private string PathInWorkspace(string uri, Repository? repository)
    {
        if (repository is null || services.Variable("GITHUB_WORKSPACE") is not { Length: > 0 } workspace)
        {
            return uri;
        }

        var clone = Path.GetRelativePath(workspace, repository.Root).Replace('\\', '/');
        return clone == "." || clone.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(clone) ? uri : $"{clone}/{uri}";
    }
}
