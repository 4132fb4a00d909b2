namespace Estaleiro.Reports.Comparing;

/// <summary>Something that a scenario's observations show.</summary>
/// <param name="Subject">A kind, or <c>event of a Pod</c>.</param>
/// <param name="Path">
/// The field, the items of lists without their places: <c>status.conditions[Ready].reason</c>. Of an event, its reason. Empty for the kind itself.
/// </param>
/// <param name="Value">The field's value where it is one of a few words; of an event, who wrote it. Null for the field as such.</param>
internal sealed record ObservedFact(string Subject, string Path, string? Value)
{
    internal const string EventOf = "event of a ";

    private static readonly Dictionary<string, string> Writers = new(StringComparer.Ordinal)
    {
        ["Ingress"] = "ingress controller",
        ["Music"] = "Music controller",
        ["Node"] = "kubelet",
        ["Pod"] = "kubelet",
        ["CustomResourceDefinition"] = "kube-apiserver",
    };

    internal bool IsEvent => Subject.StartsWith(EventOf, StringComparison.Ordinal);

    /// <summary>
    /// The component that writes it: of an event the one that it names, of a status the kind's own, of anything else the API server, which completes
    /// what it is sent.
    /// </summary>
    internal string Component =>
        IsEvent ? Value ?? "events"
        : Path.Length > 0 && !Path.StartsWith("status", StringComparison.Ordinal) ? "kube-apiserver"
        : Path.StartsWith("status.conditions[PodScheduled]", StringComparison.Ordinal) ? "kube-scheduler"
        : Writers.GetValueOrDefault(Subject, "kube-controller-manager");
}
