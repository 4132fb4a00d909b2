namespace Estaleiro.Contract.Workshop;

/// <summary>The way to a scenario's cluster.</summary>
/// <param name="Kubeconfig">A kubeconfig with the cluster as its only context.</param>
/// <param name="Namespace">The scenario's namespace.</param>
/// <param name="Kubectl">The kubectl to use, or null where none was found.</param>
public sealed record WorkshopCluster(string Kubeconfig, string Namespace, string? Kubectl);
