using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Estaleiro.Clusters;
using k8s;
using k8s.Authentication;

namespace Estaleiro.Steps.Api;

/// <summary>
/// The API server as curl sees it: requests of any verb on any path, answers with their status code. Kinds are found by discovery,
/// so that a manifest needs no C# type and a spec never names the version of a group that only some clusters serve.
/// </summary>
public sealed class KubernetesApi
{
    private readonly HttpClient http;
    private readonly Func<Uri> address;
    private readonly ServiceClientCredentials? credentials;
    private readonly IReadOnlyDictionary<string, string> headers;
    private readonly Dictionary<string, IReadOnlyList<ApiResource>> discovered = new(StringComparer.Ordinal);

    /// <summary>The API server as the cluster's administrator sees it.</summary>
    public KubernetesApi(ICluster cluster)
        : this((Kubernetes)cluster.Client, new Dictionary<string, string>())
    {
    }

    /// <summary>The API server as the owner of a client sees it. The client stays the caller's.</summary>
    /// <param name="client">Who asks.</param>
    /// <param name="headers">What every request carries besides, such as whom it impersonates.</param>
    public KubernetesApi(Kubernetes client, IReadOnlyDictionary<string, string> headers)
        : this(client.HttpClient, () => client.BaseUri, client.Credentials, headers)
    {
    }

    /// <summary>The API server over a connection of the caller's own.</summary>
    public KubernetesApi(HttpClient http, Uri address)
        : this(http, () => address, null, new Dictionary<string, string>())
    {
    }

    private KubernetesApi(HttpClient http, Func<Uri> address, ServiceClientCredentials? credentials, IReadOnlyDictionary<string, string> headers)
    {
        (this.http, this.address, this.credentials, this.headers) = (http, address, credentials, headers);
    }

    /// <summary>Sends one request and returns the answer, whatever its status.</summary>
    public Task<ApiAnswer> SendAsync(HttpMethod method, string path, string? body, string contentType, CancellationToken cancellationToken) =>
        SendAsync(method, path, body, contentType, MediaTypes.Json, cancellationToken);

    /// <summary>Sends one request that asks for an answer in a certain format, and returns the answer, whatever its status.</summary>
    public async Task<ApiAnswer> SendAsync(
        HttpMethod method, string path, string? body, string contentType, string accept, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(
            method, path, body, contentType, accept, HttpCompletionOption.ResponseContentRead, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return new(response.StatusCode, response.ReasonPhrase, ParseBody(text));
    }

    /// <summary>Reads a path that is expected to be there.</summary>
    /// <exception cref="UnexpectedAnswerException">The API server answered with anything but success.</exception>
    public async Task<JsonObject> GetAsync(string path, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(HttpMethod.Get, path, null, MediaTypes.Json, cancellationToken);
        return answer.IsSuccess ? answer.Body : throw new UnexpectedAnswerException(path, answer);
    }

    /// <summary>
    /// Makes an object what the manifest says, as <c>kubectl apply</c> does: creates it, or merges into the one that is there.
    /// Not server-side apply: Kubernetes before 1.21 refuses a Service port without a protocol there.
    /// </summary>
    /// <exception cref="UnexpectedAnswerException">The API server refused it.</exception>
    public async Task<JsonObject> ApplyAsync(JsonObject manifest, string ns, CancellationToken cancellationToken)
    {
        var resource = await ResourceOfAsync(manifest, cancellationToken);
        var path = resource.PathOf(ns, null);
        var answer = await SendAsync(HttpMethod.Post, path, manifest.ToJsonString(), MediaTypes.Json, cancellationToken);
        while (answer.RetryAfter is { } pause)
        {
            // The server asks for it, as when it has not seen a new service account's token yet; every client library complies.
            await Task.Delay(pause, cancellationToken);
            answer = await SendAsync(HttpMethod.Post, path, manifest.ToJsonString(), MediaTypes.Json, cancellationToken);
        }

        if (answer.StatusCode == HttpStatusCode.Conflict)
        {
            path = resource.PathOf(ns, Name(manifest));
            answer = await SendAsync(HttpMethod.Patch, path, manifest.ToJsonString(), MediaTypes.MergePatch, cancellationToken);
        }

        return answer.IsSuccess ? answer.Body : throw new UnexpectedAnswerException(path, answer);
    }

    /// <summary>Creates an object and returns the answer, whatever its status.</summary>
    public async Task<ApiAnswer> CreateAsync(JsonObject manifest, string ns, CancellationToken cancellationToken)
    {
        var resource = await ResourceOfAsync(manifest, cancellationToken);
        return await SendAsync(HttpMethod.Post, resource.PathOf(ns, null), manifest.ToJsonString(), MediaTypes.Json, cancellationToken);
    }

    /// <summary>
    /// The events of a watch that starts after <paramref name="resourceVersion"/>, until it is cancelled or the server ends it.
    /// Items are the watch events themselves: <c>type</c> and <c>object</c>.
    /// </summary>
    public async IAsyncEnumerable<JsonObject> WatchAsync(
        string path,
        string resourceVersion,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await SendAsync(
            HttpMethod.Get,
            $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}watch=1&resourceVersion={resourceVersion}",
            null,
            MediaTypes.Json,
            MediaTypes.Json,
            HttpCompletionOption.ResponseHeadersRead,
            cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            throw new UnexpectedAnswerException(path, new(response.StatusCode, response.ReasonPhrase, ParseBody(text)));
        }

        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken), Encoding.UTF8);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            yield return ParseBody(line);
        }
    }

    /// <summary>
    /// The resource of a manifest, from its apiVersion and kind. A version that the API server does not serve gives way to one of the same
    /// group that it does, and the manifest then says so: specs write today's versions, older clusters know the ones before.
    /// </summary>
    /// <exception cref="KindNotServedException">The API server does not serve it.</exception>
    public async Task<ApiResource> ResourceOfAsync(JsonObject manifest, CancellationToken cancellationToken)
    {
        var apiVersion = (string?)manifest["apiVersion"] ?? throw new FormatException("The manifest has no apiVersion.");
        var kind = (string?)manifest["kind"] ?? throw new FormatException("The manifest has no kind.");
        foreach (var version in await VersionsLikeAsync(apiVersion, cancellationToken))
        {
            var resources = await DiscoverAsync(version, cancellationToken);
            if (resources.FirstOrDefault(resource => resource.Kind == kind) is { } found)
            {
                manifest["apiVersion"] = version;
                return found;
            }
        }

        throw new KindNotServedException($"The API server does not serve {kind} in {apiVersion}.");
    }

    /// <summary>The resource of a kind alone, in the version the API server prefers; core and apps come before other groups.</summary>
    /// <exception cref="KindNotServedException">No group serves it.</exception>
    public async Task<ApiResource> ResourceOfKindAsync(string kind, CancellationToken cancellationToken)
    {
        var groups = await GetAsync("/apis", cancellationToken);
        var all = groups["groups"]!.AsArray().ToArray();
        var preferred = all
            .Select(group => (string)group!["preferredVersion"]!["groupVersion"]!)
            .OrderBy(groupVersion => groupVersion.StartsWith("apps/", StringComparison.Ordinal) ? 0 : 1);

        // A group's preferred version need not serve all its kinds: Kubernetes 1.20 has CronJob in batch/v1beta1 only.
        var others = all.SelectMany(group => group!["versions"]!.AsArray()).Select(version => (string)version!["groupVersion"]!);
        foreach (var groupVersion in preferred.Prepend("v1").Concat(others).Distinct())
        {
            var resources = await DiscoverAsync(groupVersion, cancellationToken);
            if (resources.FirstOrDefault(resource => resource.Kind == kind) is { } found)
            {
                return found;
            }
        }

        throw new KindNotServedException($"The API server serves no kind {kind}.");
    }

    /// <summary>
    /// Returns when discovery lists a kind. Discovery cannot be watched, and a definition is Established a moment before it is listed.
    /// </summary>
    /// <exception cref="KindNotServedException">It was not listed within the limit.</exception>
    public async Task UntilServedAsync(string groupVersion, string kind, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(limit);
        discovered.Remove(groupVersion);
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        try
        {
            while ((await DiscoverAsync(groupVersion, deadline.Token)).All(resource => resource.Kind != kind))
            {
                discovered.Remove(groupVersion);
                await ticks.WaitForNextTickAsync(deadline.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new KindNotServedException($"Discovery did not list {kind} in {groupVersion} within {limit.TotalSeconds:0} s.");
        }
    }

    private static string Name(JsonObject manifest) =>
        (string?)manifest["metadata"]?["name"] ?? throw new FormatException("The manifest has no metadata.name.");

    private static JsonObject ParseBody(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject ?? new JsonObject { ["text"] = text };
        }
        catch (JsonException)
        {
            return new JsonObject { ["text"] = text };
        }
    }

    private async Task<string[]> VersionsLikeAsync(string apiVersion, CancellationToken cancellationToken)
    {
        if (!apiVersion.Contains('/', StringComparison.Ordinal))
        {
            return [apiVersion];
        }

        var group = await SendAsync(HttpMethod.Get, $"/apis/{apiVersion.Split('/')[0]}", null, MediaTypes.Json, cancellationToken);
        var others = group.Body["versions"]?.AsArray().Select(version => (string)version!["groupVersion"]!) ?? [];
        return [apiVersion, .. others.Where(version => version != apiVersion)];
    }

    private async Task<IReadOnlyList<ApiResource>> DiscoverAsync(string groupVersion, CancellationToken cancellationToken)
    {
        if (discovered.TryGetValue(groupVersion, out var known))
        {
            return known;
        }

        var root = groupVersion.Contains('/', StringComparison.Ordinal) ? "/apis/" : "/api/";
        var answer = await SendAsync(HttpMethod.Get, root + groupVersion, null, MediaTypes.Json, cancellationToken);
        if (!answer.IsSuccess)
        {
            return [];
        }

        ApiResource[] resources =
        [
            .. answer.Body["resources"]!.AsArray()
                .Select(resource => resource!.AsObject())
                .Where(resource => !((string)resource["name"]!).Contains('/', StringComparison.Ordinal))
                .Select(resource => new ApiResource(
                    groupVersion, (string)resource["kind"]!, (string)resource["name"]!, (bool)resource["namespaced"]!)),
        ];
        discovered[groupVersion] = resources;
        return resources;
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        string? body,
        string contentType,
        string accept,
        HttpCompletionOption completion,
        CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(address(), path));
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        }

        if (credentials is not null)
        {
            await credentials.ProcessHttpRequestAsync(request, cancellationToken);
        }

        return await http.SendAsync(request, completion, cancellationToken);
    }
}
