using Estaleiro.AddOns.Music.Playing;

namespace Estaleiro.Steps.Music;

/// <summary>Hears what a controller plays, and passes it on to a player of the machine where there is one.</summary>
/// <param name="player">What makes it heard, or null.</param>
public sealed class Loudspeaker(IMusicPlayer? player) : IMusicPlayer
{
    private const int Notes = 3;

    private readonly Lock gate = new();
    private readonly SortedDictionary<string, string> playing = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> begun = new(StringComparer.Ordinal);
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What is heard now: the Music, and the first notes of its sound file.</summary>
    public IReadOnlyDictionary<string, string> Playing
    {
        get
        {
            lock (gate)
            {
                return new SortedDictionary<string, string>(playing, StringComparer.Ordinal);
            }
        }
    }

    /// <summary>How often a Music was begun: more than once where it was silent in between, or another tune came.</summary>
    public int TimesBegun(string music)
    {
        lock (gate)
        {
            return begun.GetValueOrDefault(music);
        }
    }

    /// <inheritdoc/>
    public IAsyncDisposable Play(string path)
    {
        var music = Path.GetFileNameWithoutExtension(path);
        var heard = string.Join(' ', SoundFile.Parse(File.ReadAllBytes(path)).Tones.Take(Notes).Select(tone => tone.Note));
        Change(() =>
        {
            playing.Add(music, heard);
            begun[music] = TimesBegun(music) + 1;
        });
        return new Performance(this, music, player?.Play(path));
    }

    /// <summary>Waits until what is heard is as wanted.</summary>
    /// <exception cref="TimeoutException">It was not so within the limit.</exception>
    public async Task UntilAsync(Func<IReadOnlyDictionary<string, string>, bool> isWanted, string wanted, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(limit);
        try
        {
            while (true)
            {
                Task next;
                lock (gate)
                {
                    next = changed.Task;
                }

                if (isWanted(Playing))
                {
                    return;
                }

                await next.WaitAsync(deadline.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"Waited {limit.TotalSeconds:0} s to hear {wanted}, heard {Print(Playing)}.");
        }
    }

    /// <summary>What is heard, for people.</summary>
    public static string Print(IReadOnlyDictionary<string, string> playing) =>
        playing.Count == 0 ? "nothing" : string.Join(", ", playing.Select(pair => $"{pair.Key} ({pair.Value} …)"));

    private void Change(Action change)
    {
        lock (gate)
        {
            change();
            changed.SetResult();
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private sealed class Performance(Loudspeaker speaker, string music, IAsyncDisposable? aloud) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (aloud is not null)
            {
                await aloud.DisposeAsync();
            }

            speaker.Change(() => speaker.playing.Remove(music));
        }
    }
}
