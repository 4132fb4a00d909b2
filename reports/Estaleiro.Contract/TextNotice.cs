namespace Estaleiro.Contract;

/// <summary>Something for people to read, such as a cluster's start.</summary>
/// <param name="Text">What happened.</param>
public sealed record TextNotice(string Text) : Notice;
