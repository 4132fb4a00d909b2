using System.Globalization;
using Estaleiro.Cli.Features;
using Estaleiro.Contract;

namespace Estaleiro.Cli.Running;

/// <summary>The folder a run writes to.</summary>
internal sealed class RunFolder
{
    /// <summary>The minimum of free disk space: a run without large evidence writes about this much.</summary>
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

    /// <summary>Creates the folder and checks that it is writable.</summary>
    /// <exception cref="CliException">The folder cannot be created or written to; one line says why.</exception>
    internal static RunFolder Create(string path)
    {
        var folder = new RunFolder(System.IO.Path.GetFullPath(path));
        try
        {
            Directory.CreateDirectory(folder.Path);
            if (System.IO.File.Exists(folder.Messages))
            {
                throw CliException.Usage(
                    $"{folder.Path} contains the results of another run. Choose another folder with --out, or delete this one.");
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
                $"The report folder {folder.Path} has only {free / 1024} KiB left. Free some space, or choose another folder with --out.");
        }

        return folder;
    }

    /// <summary>Saves the selection, so that scenarios that never started can be found later.</summary>
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

    /// <summary>The folder of one round of a repeated run.</summary>
    internal string RoundPath(int number) => File(string.Create(CultureInfo.InvariantCulture, $"{RoundPrefix}{number:00}"));

    /// <summary>Saves the combined result of the rounds.</summary>
    internal void WriteOverview(IEnumerable<string> lines) => TryWriteText(File("overview.txt"), string.Join(Environment.NewLine, lines));

    internal static string Unusable(string path, Exception exception) => IsFull(exception)
        ? $"The report folder {path} is full. Free some space, or choose another folder with --out."
        : $"Cannot write to the report folder {path}: {exception.Message.Split('\n')[0]} Choose another one with --out.";

    /// <summary>Links <c>latest</c> next to the folder to it.</summary>
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
                // A real folder: 'dotnet test' writes there if no run has created the link yet.
                existing.MoveTo(System.IO.Path.Combine(parent, $"{existing.LastWriteTimeUtc:yyyyMMdd-HHmmss}-dotnet-test"));
            }

            Directory.CreateSymbolicLink(latest, System.IO.Path.GetFileName(Path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // On Windows only some users may create links, and two runs may try at once. A text file will do.
            TryWriteText(System.IO.Path.Combine(parent, "latest.txt"), Path);
        }
    }

    /// <summary>Removes the folder if no run started and nothing else is in it.</summary>
    internal void Abandon()
    {
        try
        {
            System.IO.File.Delete(Progress);
            Directory.Delete(Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A leftover empty folder matters less than the reason why no run started.
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
            // The link is only a convenience: the summary names the folder too.
        }
    }
}
