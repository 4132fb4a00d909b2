using Estaleiro.Api;
using Estaleiro.Clusters;
using Estaleiro.Contract;
using Estaleiro.Specs.Parsing;
using Estaleiro.Specs.Snapshots;
using Estaleiro.Steps.Runs;

namespace Estaleiro.Steps.Evidence;

/// <summary>
/// What a scenario leaves for its reader beside the verdict: the kubectl line that does what a step did, and raw output. Never compared.
/// </summary>
public sealed class EvidenceLog(IReqnrollOutputHelper output, FeatureContext feature, ScenarioContext scenario)
{
    private int count;

    /// <summary>Told each line before it is recorded, where somebody goes along with the scenario. What it throws ends the step.</summary>
    public Action<string>? Announcing { get; set; }

    /// <summary>Records the kubectl line with which a reader does by hand what the step does.</summary>
    public void Kubectl(string arguments) => Note($"{EvidenceNames.Prompt}kubectl {arguments}");

    /// <summary>
    /// Records the line of curl that sends the same request. <c>$API</c> is the address at which <c>kubectl proxy</c> serves the API server
    /// (https://kubernetes.io/docs/tasks/extend-kubernetes/http-proxy-access-api/); a workshop's shell has it.
    /// </summary>
    /// <param name="method">The verb.</param>
    /// <param name="path">The path on the API server, with its query.</param>
    /// <param name="body">What is sent, as <paramref name="contentType"/>; null for nothing.</param>
    /// <param name="contentType">The media type of the body.</param>
    /// <param name="remark">What the line itself does not say: who asks, what comes next. Stands behind it as a comment.</param>
    public void Curl(HttpMethod method, string path, string? body = null, string contentType = MediaTypes.Json, string remark = "")
    {
        var verb = method == HttpMethod.Get ? "" : $" -X {method}";
        var data = body is null ? "" : $" -H 'Content-Type: {contentType}' -d '{body.Replace("'", @"'\''", StringComparison.Ordinal)}'";
        Note($"{EvidenceNames.Prompt}curl{verb} \"$API{path}\"{data}{(remark.Length == 0 ? "" : $" # {remark}")}");
    }

    /// <summary>Records a line. A text that is too long for messages goes to a file; its start is recorded.</summary>
    public void Note(string text)
    {
        var masked = SecretMask.Apply(text);
        if (masked.Length > MessageText.Most)
        {
            var file = NextFile("output.txt");
            File.WriteAllText(file, masked);
            masked = MessageText.Cut(masked, $"the scenario's evidence ({Path.GetFileName(file)})");
        }

        Announcing?.Invoke(masked);
        output.WriteLine(masked);
    }

    /// <summary>Keeps raw output as a file in the scenario's folder of the report, secrets masked.</summary>
    /// <param name="name">The file's name with its extension.</param>
    /// <param name="content">The text.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    public async Task AttachAsync(string name, string content, CancellationToken cancellationToken)
    {
        var path = NextFile(name);
        await File.WriteAllTextAsync(path, SecretMask.Apply(content), cancellationToken);
        output.AddAttachment(path);
    }

    /// <summary>Says once in a run what a cluster is, for the head of the report.</summary>
    public async Task ClusterAsync(ICluster cluster, CancellationToken cancellationToken)
    {
        if (SpecRun.Current.IsNew(cluster))
        {
            await AttachAsync(EvidenceNames.Cluster(cluster.Name), ClusterNotes.Of(cluster).ToJson(), cancellationToken);
        }
    }

    /// <summary>Shows a file that was made in the scenario's folder; no text, nothing is masked.</summary>
    public void AttachFile(string path) => output.AddAttachment(path);

    /// <summary>The scenario's folder of the report, made if it is not there.</summary>
    public string OpenFolder()
    {
        var folder = Path.Combine(
            SpecRun.Current.Folder, RunFiles.Evidence, FolderName(feature.FeatureInfo.Title), FolderName(ScenarioName.Of(scenario)));
        Directory.CreateDirectory(folder);
        return folder;
    }

    private string NextFile(string name) => Path.Combine(OpenFolder(), EvidenceNames.FileName(Interlocked.Increment(ref count), name));

    private static string FolderName(string title) => SnapshotFile.Fit(ScenarioFileName.Folder(title));
}
