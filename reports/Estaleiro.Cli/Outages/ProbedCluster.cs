using System.Net;
using Estaleiro.Api;
using Estaleiro.Clusters;
using Estaleiro.Clusters.Sweeping;
using Estaleiro.Outages;
using Estaleiro.Outages.Probes;
using k8s;
using k8s.Autorest;
using k8s.Models;

namespace Estaleiro.Cli.Outages;

/// <summary>What the probes need on a cluster: a namespace and the Music resource. Disposing removes them and closes the cluster.</summary>
internal sealed class ProbedCluster : IAsyncDisposable
{
    private static readonly TimeSpan DefinitionLimit = TimeSpan.FromSeconds(30);

    /// <summary>How long the pods that all probes share may take to run, before scaling.</summary>
    private static readonly TimeSpan PodLimit = TimeSpan.FromSeconds(60);

    /// <summary>How long what a killed outage left may take to go, before scaling.</summary>
    private static readonly TimeSpan RemovalLimit = TimeSpan.FromSeconds(60);

    /// <summary>How long an API server that was down may take to answer, so that something can be removed.</summary>
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private readonly ProbeGround ground;
    private readonly TestNamespace @namespace;
    private string? definition;

    private ProbedCluster(ICluster cluster, TestNamespace @namespace)
    {
        (Cluster, this.@namespace) = (cluster, @namespace);
        ground = new(cluster, @namespace.Name, OutageTimes.OfDefaults);
        Catalogue = new(ground);
    }

    internal ICluster Cluster { get; }

    internal Catalogue Catalogue { get; }

    /// <summary>Makes it.</summary>
    /// <param name="cluster">The cluster. It is disposed of with this, or if this fails.</param>
    /// <param name="music">The manifest of the Music resource.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="ClusterException">The cluster runs no pods.</exception>
    internal static async Task<ProbedCluster> MakeAsync(ICluster cluster, string music, CancellationToken cancellationToken)
    {
        ProbedCluster made;
        try
        {
            await RemoveAbandonedAsync(cluster, cancellationToken);
            made = new(cluster, await TestNamespace.CreateAsync(cluster, "outage", cancellationToken));
        }
        catch (Exception)
        {
            await cluster.DisposeAsync();
            throw;
        }

        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            await made.DefineAsync(await KubernetesYaml.LoadFromFileAsync<V1CustomResourceDefinition>(music), cancellationToken);
            limited.CancelAfter(PodLimit * cluster.TimeoutScale);
            await made.Catalogue.PrepareAsync(limited.Token);
            return made;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await made.DisposeAsync();
            var limit = PodLimit * cluster.TimeoutScale;
            throw new ClusterException($"Nothing was taken down: within {limit.TotalSeconds:0} s the first pods did not run.");
        }
        catch (Exception)
        {
            await made.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await UntilAnsweredAsync();
            await Catalogue.DisposeAsync();
            await ground.Subject.ExecuteAsync(["rm", "-rf", Catalogue.ReadyFlag], CancellationToken.None);
            ground.Dispose();
            await @namespace.DisposeAsync();
            if (definition is not null)
            {
                await Cluster.Client.ApiextensionsV1.DeleteCustomResourceDefinitionAsync(definition);
            }
        }
        finally
        {
            await Cluster.DisposeAsync();
        }
    }

    /// <summary>Removes what an outage left that was killed: its pods hold ports that those of the next one need.</summary>
    private static async Task RemoveAbandonedAsync(ICluster cluster, CancellationToken cancellationToken)
    {
        var sweep = new ClusterSweep(new KubernetesApi(cluster.Client));
        var (removed, _) = await sweep.RemoveAbandonedAsync(cancellationToken);
        if (await sweep.UntilGoneAsync(removed, RemovalLimit * cluster.TimeoutScale, cancellationToken) is { Count: > 0 } held)
        {
            throw new ClusterException($"Nothing was taken down. Of an earlier outage {string.Join("; ", held)}.");
        }
    }

    /// <summary>Makes the definition, unless the cluster has it: then it is somebody's, and stays.</summary>
    private async Task DefineAsync(V1CustomResourceDefinition music, CancellationToken cancellationToken)
    {
        music.Metadata.Labels = new Dictionary<string, string> { [ResourceLabels.Run] = Cluster.RunId };
        music.Metadata.Annotations = new Dictionary<string, string> { [ResourceLabels.Owner] = ResourceLabels.CurrentOwner };
        try
        {
            await Cluster.Client.ApiextensionsV1.CreateCustomResourceDefinitionAsync(music, cancellationToken: cancellationToken);
            definition = music.Metadata.Name;
        }
        catch (HttpOperationException exception) when (exception.Response.StatusCode is HttpStatusCode.Conflict)
        {
            return;
        }

        var version = $"{music.Spec.Group}/{music.Spec.Versions[0].Name}";
        await ground.Api.UntilServedAsync(version, music.Spec.Names.Kind, DefinitionLimit * Cluster.TimeoutScale, cancellationToken);
    }

    private async Task UntilAnsweredAsync()
    {
        var began = TimeProvider.System.GetTimestamp();
        while (await ground.AskAsync(HttpMethod.Get, "/readyz", null, CancellationToken.None) is { } trouble)
        {
            if (TimeProvider.System.GetElapsedTime(began) > AnswerLimit * Cluster.TimeoutScale)
            {
                throw new ClusterException(
                    $"The namespace {@namespace.Name} stays: {trouble}. Remove it: kubectl delete namespace {@namespace.Name}");
            }

            await Task.Delay(Look);
        }
    }
}
