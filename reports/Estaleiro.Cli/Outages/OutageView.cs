using Estaleiro.Cli.Running;
using Estaleiro.Cli.Terminal;
using Estaleiro.Contract.Outages;
using Estaleiro.Reports.Outages;

namespace Estaleiro.Cli.Outages;

/// <summary>
/// Draws a moment of an outage: one line for each capability, with its group, state, last change and last words. A terminal that is too low
/// for that gets two columns, without the words.
/// </summary>
internal static class OutageView
{
    private const int GroupWidth = 11;
    private const int NameWidth = 36;
    private const int TimeWidth = 11;

    /// <summary>A column of two. The longest names have 33 letters.</summary>
    private const int ColumnWidth = 39;

    /// <summary>
    /// The lines of a frame that fits the terminal, each with what stands in its second column. If two columns do not fit either,
    /// capabilities that go on are left out and counted.
    /// </summary>
    /// <param name="moment">The moment.</param>
    /// <param name="width">The terminal's width, in columns; at least 40.</param>
    /// <param name="height">Its height, in lines; at least 8.</param>
    internal static IReadOnlyList<(string Text, Tone Tone, (string Text, Tone Tone) Second)> Draw(
        OutageMoment moment, int width, int height)
    {
        var lines = new List<(string, Tone, (string, Tone))> { Row(Head(moment), moment.IsBack ? Tone.Good : Tone.Bad) };

        // Head, summary, and the line on which the terminal's cursor stays.
        var room = Math.Max(1, height - 3);
        var columns = moment.Capabilities.Count > room && width > 2 * ColumnWidth ? Columns(moment.Capabilities, room) : [];
        lines.AddRange(columns);
        var shown = columns.Count > 0 ? [] : Shown(moment.Capabilities, room);
        foreach (var group in CapabilityGroup.Of(shown.Select(now => now.Capability)))
        {
            foreach (var (index, name) in group.Capabilities.Index())
            {
                var now = shown.First(candidate => candidate.Capability == name);
                var changed = now.ChangedAt is { } at ? ClockText.Of(at) : "";
                var heading = index == 0 ? group.Name : "";
                var text = $" {heading,-GroupWidth}{Sign(now)} {Cut(name, NameWidth),-NameWidth}"
                    + $" {changed,TimeWidth}  {Line(now.LastWords)}";
                lines.Add(Row(text.TrimEnd(), ToneOf(now)));
            }
        }

        if (columns.Count == 0 && shown.Count < moment.Capabilities.Count)
        {
            lines.Add(Row($" {"",GroupWidth}and {moment.Capabilities.Count - shown.Count} more", Tone.Quiet));
        }

        lines.Add(Row($" {Summary(moment.Capabilities)}{(moment.IsBack ? "" : " · any key puts it back")}", Tone.Heading));
        return lines;

        (string, Tone, (string, Tone)) Row(string text, Tone tone) => (Cut(text, width - 1), tone, ("", Tone.Plain));
    }

    /// <returns>Nothing if the columns are too long.</returns>
    private static List<(string, Tone, (string, Tone))> Columns(IReadOnlyList<CapabilityNow> capabilities, int room)
    {
        List<(string Text, Tone Tone)> left = [], right = [];
        var groups = CapabilityGroup.Of(capabilities.Select(now => now.Capability));
        foreach (var group in groups)
        {
            var isLeft = right.Count == 0 && left.Count + group.Capabilities.Count <= (capabilities.Count + groups.Count) / 2;
            var column = isLeft ? left : right;
            column.Add((group.Name, Tone.Heading));
            column.AddRange(group.Capabilities.Select(name => Cell(capabilities.First(now => now.Capability == name))));
        }

        var height = Math.Max(left.Count, right.Count);
        return height > room ? [] : [.. Enumerable.Range(0, height).Select(row => (
            $"{left.ElementAtOrDefault(row).Text,-ColumnWidth} ", left.ElementAtOrDefault(row).Tone, right.ElementAtOrDefault(row)))];
    }

    /// <summary>What stopped at once is most of what stops, so that only later times are told.</summary>
    private static (string Text, Tone Tone) Cell(CapabilityNow now)
    {
        const int Time = 5;
        var changed = now.ChangedAt switch
        {
            null or { TotalSeconds: < 1 } => "",
            { TotalSeconds: < 100 } at => $"{at.TotalSeconds:0} s",
            { } at => $"{at.TotalMinutes:0} m",
        };
        var name = $"{Sign(now)} {now.Capability}";
        return (changed.Length == 0 ? name : $"{Cut(name, ColumnWidth - Time).PadRight(ColumnWidth - Time)}{changed,Time}", ToneOf(now));
    }

    internal static string Line(string text) => text.Trim().ReplaceLineEndings(" ");

    internal static string Sign(CapabilityNow now) => now.IsOpen ? "…" : OutageWords.Sign(now.State);

    internal static Tone ToneOf(CapabilityNow now) => now.State switch
    {
        CapabilityState.Works => Tone.Good,
        CapabilityState.Fails => Tone.Bad,
        CapabilityState.Frozen => Tone.Warning,
        _ => Tone.Quiet,
    };

    // The line of a capability has little room for words, so the head has those of the latest loss in full.
    private static string Head(OutageMoment moment)
    {
        var latest = moment.Capabilities.Where(now => !now.IsWhole && now.ChangedAt is not null).MaxBy(now => now.ChangedAt);
        return moment.IsBack
            ? $" {moment.Component} is back · {ClockText.Of(moment.Elapsed)} · waiting until everything works again"
            : $" {moment.Component} is down · {ClockText.Of(moment.Elapsed)}{(latest is null ? "" : $" · {Line(latest.LastWords)}")}";
    }

    private static string Summary(IReadOnlyList<CapabilityNow> capabilities) => string.Join(", ", capabilities
        .CountBy(now => (now.State, Sign: Sign(now), Word: now.IsOpen ? "not known yet" : CellWords.Of(now.State)))
        .OrderBy(count => count.Key)
        .Select(count => $"{count.Key.Sign} {count.Value} {count.Key.Word}"));

    // What changed matters most; one line is for the count of the rest.
    private static List<CapabilityNow> Shown(IReadOnlyList<CapabilityNow> all, int room)
    {
        if (all.Count <= room)
        {
            return [.. all];
        }

        var kept = all.OrderBy(now => now.IsWhole).ThenBy(now => now.ChangedAt is null).Take(room - 1).ToHashSet();
        return [.. all.Where(kept.Contains)];
    }

    private static string Cut(string text, int width) => text.Length <= width ? text : text[..(width - 1)] + "…";
}
