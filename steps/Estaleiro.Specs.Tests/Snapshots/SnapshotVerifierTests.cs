using System.Text;
using Estaleiro.Specs.Snapshots;

namespace Estaleiro.Specs.Tests.Snapshots;

public sealed class SnapshotVerifierTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("snapshots-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Without_a_snapshot_it_writes_what_it_received_and_fails()
    {
        var error = await Assert.ThrowsAsync<SnapshotMismatchException>(() => SnapshotVerifier.VerifyAsync("a: 1\r\nb: 2\n", "yaml", folder, "X.Y"));

        Assert.StartsWith("There is no snapshot ", error.Message, StringComparison.Ordinal);
        Assert.Contains("X.Y.verified.yaml: look at the difference, and if the outcome is right, take it with ./run.sh accept\n", error.Message, StringComparison.Ordinal);
        Assert.Equal([0xef, 0xbb, 0xbf, .. "a: 1\nb: 2\n"u8], await File.ReadAllBytesAsync(Path.Combine(folder, "X.Y.received.yaml")));
    }

    [Fact]
    public async Task Accepted_it_passes_and_a_stale_received_file_goes()
    {
        await Assert.ThrowsAsync<SnapshotMismatchException>(() => SnapshotVerifier.VerifyAsync("a: 1\n", "yaml", folder, "X.Z"));
        var accepted = SnapshotAcceptance.Accept([Path.Combine(folder, "X.Z.received.yaml")]);
        Assert.Equal([Path.Combine(folder, "X.Z.verified.yaml")], accepted);
        Assert.Empty(Directory.GetFiles(folder, "*.received.*"));

        SnapshotVerifier.Forget();
        await File.WriteAllTextAsync(Path.Combine(folder, "X.Z.received.yaml"), "stale");
        await SnapshotVerifier.VerifyAsync("a: 1\n", "yaml", folder, "X.Z");
        Assert.Equal(["X.Z.verified.yaml"], Directory.GetFiles(folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_mismatch_shows_a_unified_diff()
    {
        var expected = string.Concat(Enumerable.Range(1, 20).Select(line => $"line {line}\n"));
        await File.WriteAllTextAsync(Path.Combine(folder, "D.verified.yaml"), expected.Replace("\n", "\r\n", StringComparison.Ordinal), Encoding.UTF8);

        var actual = expected.Replace("line 3\n", "line three\n", StringComparison.Ordinal) + "line 21\n";
        var error = await Assert.ThrowsAsync<SnapshotMismatchException>(() => SnapshotVerifier.VerifyAsync(actual, "yaml", folder, "D"));

        var diff = error.Message[(error.Message.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        Assert.Equal(
            "--- D.verified.yaml\n+++ D.received.yaml\n@@ -1,6 +1,6 @@\n line 1\n line 2\n-line 3\n+line three\n line 4\n line 5\n line 6\n"
            + "@@ -18,3 +18,4 @@\n line 18\n line 19\n line 20\n+line 21\n",
            diff);
    }

    [Fact]
    public async Task The_snapshot_is_named_as_seen_from_the_solution()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "Kit.sln"), "");

        var error = await Assert.ThrowsAsync<SnapshotMismatchException>(() => SnapshotVerifier.VerifyAsync("a: 1\n", "yaml", Path.Combine(folder, "features", "etcd"), "N"));

        Assert.StartsWith($"There is no snapshot {Path.Combine("features", "etcd", "N.verified.yaml")}: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_endings_do_not_matter()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "C.verified.yaml"), "a: 1\r\nb: 2\r\n");
        await SnapshotVerifier.VerifyAsync("a: 1\nb: 2\n", "yaml", folder, "C");
        Assert.False(File.Exists(Path.Combine(folder, "C.received.yaml")));
    }

    [Fact]
    public async Task One_name_serves_one_comparison_in_a_run()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "T.verified.yaml"), "a: 1\n");
        await SnapshotVerifier.VerifyAsync("a: 1\n", "yaml", folder, "T");
        var error = await Assert.ThrowsAsync<SnapshotMismatchException>(() => SnapshotVerifier.VerifyAsync("a: 1\n", "yaml", folder, "T"));
        Assert.Contains("was compared before in this run", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_snapshot_that_another_scenario_keeps_is_compared_with_and_never_written()
    {
        var verified = Path.Combine(folder, "S.verified.yaml");
        await File.WriteAllTextAsync(verified, "a: 1\r\n");
        await SnapshotVerifier.VerifyAsync("a: 1\n", "yaml", folder, "S");
        await SnapshotVerifier.CompareAsync("a: 1\n", verified);
        await SnapshotVerifier.CompareAsync("a: 1\n", verified);

        var error = await Assert.ThrowsAsync<SnapshotMismatchException>(() => SnapshotVerifier.CompareAsync("a: 2\n", verified));
        Assert.Contains("-a: 1\n+a: 2\n", error.Message, StringComparison.Ordinal);
        Assert.Equal(["S.verified.yaml"], Directory.GetFiles(folder).Select(Path.GetFileName));

        error = await Assert.ThrowsAsync<SnapshotMismatchException>(() => SnapshotVerifier.CompareAsync("a: 1\n", Path.Combine(folder, "N.verified.yaml")));
        Assert.StartsWith("There is no snapshot ", error.Message, StringComparison.Ordinal);
    }
}
