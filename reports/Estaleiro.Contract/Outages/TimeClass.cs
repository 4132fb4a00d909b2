using System.Text.Json.Serialization;

namespace Estaleiro.Contract.Outages;

/// <summary>When a capability failed or froze, counted from the moment at which the component was down.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TimeClass>))]
public enum TimeClass
{
    /// <summary>It did not fail.</summary>
    Never,

    /// <summary>At once: with the first request that needs the component.</summary>
    AtOnce,

    /// <summary>When the lease of a leader or of a node ran out.</summary>
    WithinLease,

    /// <summary>After the node's grace period, when the node controller marks it Unknown (<c>--node-monitor-grace-period</c>).</summary>
    AfterGracePeriod,

    /// <summary>After the grace period and the pods' toleration of an unreachable node (<c>tolerationSeconds</c>).</summary>
    AfterToleration,
}
