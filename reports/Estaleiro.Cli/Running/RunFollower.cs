using Estaleiro.Contract;
using Estaleiro.Reports.Messages;
using Estaleiro.Reports.Model;

namespace Estaleiro.Cli.Running;

/// <summary>Follows a test process's messages while it writes them.</summary>
internal sealed class RunFollower(RunFolder folder, RunTally tally, IRunDisplay display) : IDisposable
{
    private static readonly TimeSpan TickLength = TimeSpan.FromMilliseconds(250);

    private readonly TestRunRecorder recorder = new();
    private readonly FileLines progress = new(folder.Progress);
    private readonly List<string> problems = [];
    private MessageReader? reader;

    /// <summary>Follows until the test process has ended, then reads the rest.</summary>
    /// <returns>The run, read from its messages.</returns>
    internal async Task<TestRun> FollowAsync(Task testProcess)
    {
        using var changed = new SemaphoreSlim(0, 1);
        using var watcher = Watch(changed);
        var ended = testProcess.ContinueWith(_ => Signal(changed), TaskScheduler.Default);
        while (!testProcess.IsCompleted)
        {
            Read(atEnd: false);
            display.Tick(tally);

            // The tick updates the clock on the screen, and replaces file notifications if there are none.
            await changed.WaitAsync(TickLength);
        }

        await ended;

        Read(atEnd: true);
        display.Tick(tally);
        return recorder.ToTestRun([.. reader?.Problems ?? [], .. problems]);
    }

    public void Dispose() => reader?.Dispose();

    private void Read(bool atEnd)
    {
        foreach (var line in progress.ReadAvailable())
        {
            switch (Notice.TryParse(line))
            {
                case WaitNotice wait:
                    tally.Count(wait);
                    break;
                case TextNotice text:
                    display.Progress(text.Text);
                    break;
            }
        }

        try
        {
            if (reader is null && File.Exists(folder.Messages))
            {
                reader = MessageReader.Open(folder.Messages);
            }

            foreach (var envelope in (atEnd ? reader?.ReadToEnd() : reader?.ReadAvailable()) ?? [])
            {
                if (recorder.Add(envelope) is { } happening)
                {
                    tally.Count(happening);
                    display.Show(happening, tally);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (atEnd)
            {
                problems.Add($"Cannot read {folder.Messages}: {exception.Message}");
            }
        }
    }

    private FileSystemWatcher? Watch(SemaphoreSlim changed)
    {
        try
        {
            var watcher = new FileSystemWatcher(folder.Path) { NotifyFilter = NotifyFilters.Size | NotifyFilters.FileName };
            watcher.Changed += (_, _) => Signal(changed);
            watcher.Created += (_, _) => Signal(changed);
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (IOException)
        {
            // The machine's limit of file watches is exhausted: the tick replaces them.
            return null;
        }
    }

    private static void Signal(SemaphoreSlim changed)
    {
        try
        {
            changed.Release();
        }
        catch (Exception exception) when (exception is SemaphoreFullException or ObjectDisposedException)
        {
            // Several changes wake the reader once; after the end there is no reader.
        }
    }
}
