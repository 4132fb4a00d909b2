using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Estaleiro.Steps.Music;

/// <summary>
/// The way from a controller to the API server: notes what the controller writes to Musics and what came of it, lets somebody else be faster, and
/// can be cut.
/// </summary>
public sealed class ControllerConnection : DelegatingHandler
{
    private const string Musics = "/musics/";

    private readonly ConcurrentQueue<Write> writes = new();
    private readonly SemaphoreSlim written = new(0);
    private volatile bool cut;
    private int overtakes;

    /// <summary>Tells whether a Music is heard at the moment.</summary>
    public Func<string, bool> IsHeard { get; init; } = _ => false;

    /// <summary>What was written to Musics so far, in the order of the answers.</summary>
    public IReadOnlyList<Write> Writes => [.. writes];

    /// <summary>Waits until there are so many writes: the API server tells everybody of one before the writer has its answer.</summary>
    /// <returns>Whether there came to be so many within the limit.</returns>
    public async Task<bool> UntilWrittenAsync(int count, TimeSpan limit, CancellationToken cancellationToken)
    {
        while (writes.Count < count)
        {
            if (!await written.WaitAsync(limit, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What somebody else does just before the controller writes to the Music of that path.</summary>
    public Func<string, Task>? Overtake { get; set; }

    /// <summary>Has somebody else be faster, this many times.</summary>
    public void BeOvertaken(int times, Func<string, Task> overtake) => (overtakes, Overtake) = (times, overtake);

    /// <summary>From now on no request arrives.</summary>
    public void Cut() => cut = true;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var path = request.RequestUri!.AbsolutePath;
        var at = path.IndexOf(Musics, StringComparison.Ordinal);
        var isWrite = request.Method == HttpMethod.Patch && at > 0;
        var field = isWrite ? FieldOf(await request.Content!.ReadAsStringAsync(cancellationToken)) : "";
        if (isWrite && Interlocked.Decrement(ref overtakes) >= 0)
        {
            await Overtake!(path.EndsWith("/status", StringComparison.Ordinal) ? path[..^"/status".Length] : path);
        }

        if (cut)
        {
            throw new HttpRequestException("the connection is cut");
        }

        var music = isWrite ? path[(at + Musics.Length)..].Split('/')[0] : "";
        var heard = isWrite && IsHeard(music);
        var response = await base.SendAsync(request, cancellationToken);
        if (isWrite)
        {
            writes.Enqueue(new(music, field, $"{(int)response.StatusCode} {response.ReasonPhrase}", heard));
            written.Release();
        }

        return response;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            written.Dispose();
        }
    }

    private static string FieldOf(string patch)
    {
        var document = JsonNode.Parse(patch)!;
        return document["metadata"]?["finalizers"] is not null ? "metadata.finalizers"
            : document["spec"] is JsonObject spec ? $"spec.{spec.First().Key}"
            : "status";
    }

    /// <summary>One write.</summary>
    /// <param name="Music">To which Music.</param>
    /// <param name="Field">What of it was written.</param>
    /// <param name="Answer">What the API server answered: <c>409 Conflict</c>.</param>
    /// <param name="Heard">Whether the Music was heard when it was written.</param>
    public sealed record Write(string Music, string Field, string Answer, bool Heard);
}
