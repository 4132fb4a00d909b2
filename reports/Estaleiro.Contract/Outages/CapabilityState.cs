using System.Text.Json.Serialization;

namespace Estaleiro.Contract.Outages;

/// <summary>What became of a capability of the cluster while a component was down.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CapabilityState>))]
public enum CapabilityState
{
    /// <summary>It went on as before.</summary>
    Works,

    /// <summary>It failed.</summary>
    Fails,

    /// <summary>It still answers, with what was known when the component went down: nothing new arrives.</summary>
    Frozen,

    /// <summary>It was not measured on this cluster; the cell's reason says why.</summary>
    NotMeasured,
}
