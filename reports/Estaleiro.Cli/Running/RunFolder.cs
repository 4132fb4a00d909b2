using System.Globalization;
using Estaleiro.Cli.Features;
using Estaleiro.Contract;

namespace Estaleiro.Cli.Running;

/// <summary>The folder a run writes to.</summary>
internal sealed class RunFolder
{
    /// <summary>A run without large evidence writes about this much; less free space than that is not worth starting for.</summary>
    internal const long LeastFreeBytes = 1024 * 1024;

    internal const string SelectionName = "selection.ndjson";

    internal const string RoundPrefix = "round-";

    private RunFolder(string path)
    {
        Path = path;
    }

    internal string Path { get; }

    internal string Messages => File(RunFiles.Messages);

    /// <summary>The list of the selected scenarios.</summary>
    internal string SelectionList => File(SelectionName);

    internal string Progress => File(RunFiles.Progress);

    internal string TestLog => File("dotnet-test.log");

    internal string JUnit => File("junit.xml");

    internal string Html => File("report.html");

    internal string Summary => File("summary.md");

    /// <summary>Creates the folder and makes sure that it can be written to.</summary>
    /// <exception cref="CliException">It cannot: one line says why.</exception>
    internal static RunFolder Create(string path)
    {
        var folder = new RunFolder(System.IO.Path.GetFullPath(path));
        try
        {
            Directory.CreateDirectory(folder.Path);
            if (System.IO.File.Exists(folder.Messages))
            {
                throw CliException.Usage(
                    $"{folder.Path} holds the results of another run. Name another folder with --out, or delete it.");
            }

            System.IO.File.WriteAllText(folder.Progress, "");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw CliException.Environment(Unusable(folder.Path, exception), exception);
        }

        if (FreeBytes(folder.Path) is { } free && free < LeastFreeBytes)
        {
            throw CliException.Environment(
                $"The report folder {folder.Path} has only {free / 1024} KiB left. Free some space there, or name another folder with --out.");
        }

        return folder;
    }

    /// <summary>Keeps what was selected, for whoever wants to know later what never started.</summary>
    /// <exception cref="CliException">The folder cannot be written to.</exception>
    internal void WriteSelection(Selection selection)
    {
        try
        {
            SelectedScenario.Write(SelectionList, selection.Scenarios);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CliException.Environment(Unusable(Path, exception), exception);
        }
    }

    /// <summary>The folder of a round, where a run has several.</summary>
    internal string RoundPath(int number) => File(string.Create(CultureInfo.InvariantCulture, $"{RoundPrefix}{number:00}"));

    /// <summary>Keeps what the rounds say together.</summary>
    internal void WriteOverview(IEnumerable<string> lines) => TryWriteText(File("overview.txt"), string.Join(Environment.NewLine, lines));

    internal static string Unusable(string path, Exception exception) => IsFull(exception)
        ? $"The report folder {path} is full. Free some space there, or name another folder with --out."
        : $"The report folder {path} cannot be written: {exception.Message.Split('\n')[0]} Name another one with --out.";

    /// <summary>Lets <c>latest</c> beside the folder point to it, so that it can be opened without knowing its name.</summary>
    internal void PointLatestHere()
    {
        var parent = System.IO.Path.GetDirectoryName(Path)!;
        var latest = System.IO.Path.Combine(parent, "latest");
        try
        {
            var existing = new DirectoryInfo(latest);
            if (existing.LinkTarget is not null)
            {
                existing.Delete();
            }
            else if (existing.Exists)
            {
                // Left by a plain 'dotnet test', which writes there when no run has made the link yet.
                existing.MoveTo(System.IO.Path.Combine(parent, $"{existing.LastWriteTimeUtc:yyyyMMdd-HHmmss}-dotnet-test"));
            }

            Directory.CreateSymbolicLink(latest, System.IO.Path.GetFileName(Path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Windows lets only some users make links, and two runs at once may both try; a text file serves as well.
            TryWriteText(System.IO.Path.Combine(parent, "latest.txt"), Path);
        }
    }

    /// <summary>Takes the folder away again where no run came of it; one that holds anything else stays.</summary>
    internal void Abandon()
    {
        try
        {
            System.IO.File.Delete(Progress);
            Directory.Delete(Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // An empty folder more is not worth a word beside the reason why no run came of it.
        }
    }

    internal string File(string name) => System.IO.Path.Combine(Path, name);

    // ENOSPC (28) and EDQUOT (122) on Linux, ERROR_DISK_FULL (0x70) and ERROR_HANDLE_DISK_FULL (0x27) on Windows.
    internal static bool IsFull(Exception exception) => (exception.HResult & 0xFFFF) is 28 or 122 or 0x70 or 0x27;

    private static long? FreeBytes(string path)
    {
        try
        {
            return new DriveInfo(path).AvailableFreeSpace;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static void TryWriteText(string path, string text)
    {
        try
        {
            System.IO.File.WriteAllText(path, text + Environment.NewLine);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Only a convenience: the summary names the folder anyway.
        }
    }
}
