namespace Estaleiro.Cli.Outages;

/// <summary>
/// A component that is down, and the probes that run meanwhile. Disposing of it ends the probes, and puts the component back if that was
/// not done.
/// </summary>
internal interface IOutage : IAsyncDisposable
{
    /// <summary>The capabilities at this moment, in the order of the catalogue of probes. Safe to read from any thread.</summary>
    IReadOnlyList<CapabilityNow> Capabilities { get; }

    /// <summary>Puts the component back. The probes go on. It is not cancelled: a cluster must not stay broken.</summary>
    /// <exception cref="Clusters.ClusterException">The component did not come back; the message says why.</exception>
    Task PutBackAsync();
}
