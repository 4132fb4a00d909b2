namespace Estaleiro.Cli.Tests.Fakes;

/// <summary>A kubeconfig with one context, and a token in it.</summary>
internal static class Kubeconfig
{
    /// <summary>The text of one that leads to this address.</summary>
    internal static string For(string server) =>
        $$"""
        apiVersion: v1
        kind: Config
        current-context: default
        clusters: [{name: default, cluster: {server: "{{server}}"} }]
        contexts: [{name: default, context: {cluster: default, user: default} }]
        users: [{name: default, user: {token: secret} }]
        """;
}
