namespace Estaleiro.Contract.Outages;

/// <summary>The words for a cell in a snapshot's table. Steps write them, reports read them.</summary>
public static class CellWords
{
    /// <summary>The state in a word or two.</summary>
    public static string Of(CapabilityState state) => state switch
    {
        CapabilityState.Works => "works",
        CapabilityState.Fails => "fails",
        CapabilityState.Frozen => "frozen",
        _ => "not measured",
    };

    /// <summary>The time class; a dash if it never failed.</summary>
    public static string Of(TimeClass when) => when switch
    {
        TimeClass.AtOnce => "at once",
        TimeClass.WithinLease => "within the lease",
        TimeClass.AfterGracePeriod => "after the grace period",
        TimeClass.AfterToleration => "after the toleration",
        _ => "-",
    };
}
