using Estaleiro.Contract;
using Estaleiro.Contract.Outages;
using Estaleiro.Reports.Model;

namespace Estaleiro.Reports.Outages;

/// <summary>Components that were down × capabilities of the cluster.</summary>
public sealed class OutageMatrix
{
    /// <summary>The maximum number of capabilities that a sentence names.</summary>
    private const int MostNamed = 5;

    private readonly Dictionary<string, int> losses;

    /// <summary>A matrix of rows, in their order.</summary>
    public OutageMatrix(IReadOnlyList<MatrixRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Rows = rows;
        Groups = CapabilityGroup.Of(Union(rows));
        losses = rows.SelectMany(row => row.Cells).Where(IsLost).CountBy(cell => cell.Capability).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>The rows.</summary>
    public IReadOnlyList<MatrixRow> Rows { get; }

    /// <summary>The columns. Within a group they are in the order of the catalogue of probes.</summary>
    public IReadOnlyList<CapabilityGroup> Groups { get; }

    /// <summary>The matrix of a run, in the order of its features. It has no rows if the run had no outages.</summary>
    public static OutageMatrix Of(TestRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new([
            .. from scenario in run.Scenarios
               from file in scenario.AllAttachments
               where file.EvidenceName == EvidenceNames.Outage
               let row = OutageRow.TryParse(file.Body)
               where row is not null
               select MatrixRow.Of(row, scenario),
        ]);
    }

    /// <summary>
    /// What the component is for, told by what was lost without it. What few other components take along comes first: it says most about
    /// this one.
    /// </summary>
    public IReadOnlyList<StoryPart> StoryOf(MatrixRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var parts = new List<StoryPart>();
        Add("Lost at once", CapabilityState.Fails, cell => cell is { State: CapabilityState.Fails, When: <= TimeClass.AtOnce });
        foreach (var when in (TimeClass[])[TimeClass.WithinLease, TimeClass.AfterGracePeriod, TimeClass.AfterToleration])
        {
            Add($"Lost {OutageWords.Long(when)}", CapabilityState.Fails, cell => cell.State == CapabilityState.Fails && cell.When == when);
        }

        Add("Frozen", CapabilityState.Frozen, cell => cell.State == CapabilityState.Frozen);
        if (GoesOn(row) is { Length: > 0 } rest)
        {
            parts.Add(new(CapabilityState.Works, parts.Count == 0 ? "Nothing is lost" : "Goes on", rest));
        }

        return parts;

        void Add(string label, CapabilityState state, Predicate<OutageCell> belongs)
        {
            List<string> wholes = [];
            List<string> singles = [];
            foreach (var group in Groups)
            {
                var cells = Measured(row, group);
                var some = cells.FindAll(belongs);
                if (some.Count == cells.Count && some.Count > 1)
                {
                    wholes.Add($"all {Words(group)}");
                }
                else
                {
                    singles.AddRange(some.Select(cell => cell.Capability));
                }
            }

            List<string> names = [.. wholes, .. singles.OrderBy(name => losses.GetValueOrDefault(name))];
            if (names.Count > 0)
            {
                var more = names.Count - MostNamed;
                var shown = string.Join("; ", more > 1 ? names.Take(MostNamed).Append($"and {more} more") : names);
                parts.Add(new(state, label, shown));
            }
        }
    }

    /// <summary>Whether a capability was not what it was before.</summary>
    internal static bool IsLost(OutageCell cell) => cell.State is CapabilityState.Fails or CapabilityState.Frozen;

    private string GoesOn(MatrixRow row)
    {
        var counts = Groups.Select(group => (Name: Words(group), Cells: Measured(row, group)))
            .Select(group => (group.Name, All: group.Cells.Count, Works: group.Cells.Count(cell => cell.State == CapabilityState.Works)))
            .Where(group => group.Works > 0).OrderBy(group => group.Works < group.All);
        return string.Join(
            ", ", counts.Select(group => group.Works == group.All ? group.Name : $"{group.Name} ({group.Works} of {group.All})"));
    }

    private static string Words(CapabilityGroup group) => group.Name switch
    {
        "API" => "API requests",
        "People" => "people's commands",
        _ => group.Name.ToLowerInvariant(),
    };

    private static List<OutageCell> Measured(MatrixRow row, CapabilityGroup group) =>
    [
        .. group.Capabilities.Select(capability => row[capability]).OfType<OutageCell>()
            .Where(cell => cell.State != CapabilityState.NotMeasured),
    ];

    // A capability that only some rows have comes after the one that it follows there.
    private static List<string> Union(IReadOnlyList<MatrixRow> rows)
    {
        var union = new List<string>();
        foreach (var row in rows)
        {
            var at = 0;
            foreach (var name in row.Cells.Select(cell => cell.Capability))
            {
                if (union.IndexOf(name) is var known and >= 0)
                {
                    at = known + 1;
                }
                else
                {
                    union.Insert(at++, name);
                }
            }
        }

        return union;
    }
}
