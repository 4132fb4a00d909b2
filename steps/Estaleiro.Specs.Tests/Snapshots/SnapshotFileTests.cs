using System.Text;
using Estaleiro.Specs.Snapshots;

namespace Estaleiro.Specs.Tests.Snapshots;

public sealed class SnapshotFileTests
{
    [Fact]
    public void A_name_that_fits_stays() => Assert.Equal("LabLong.Values(a)", SnapshotFile.Stem("LabLong", "Values(a)"));

    [Theory]
    [InlineData("x")]
    [InlineData("ã")]
    [InlineData("😀")]
    public void A_name_that_is_too_long_is_cut_between_characters_and_keeps_a_hash_of_all_of_it(string character)
    {
        var name = string.Concat(Enumerable.Repeat(character, 300));

        var stem = SnapshotFile.Stem("LabLong", name);

        Assert.InRange(Encoding.UTF8.GetByteCount(stem + ".verified.yaml"), 250, 255);
        Assert.Matches($"^LabLong\\.(?:{character})+-[0-9a-f]{{8}}$", stem);
        Assert.NotEqual(stem, SnapshotFile.Stem("LabLong", name + "y"));
    }
}
