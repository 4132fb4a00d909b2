namespace Estaleiro.Steps.Api;

/// <summary>Discovery knows no such kind.</summary>
public sealed class KindNotServedException(string message) : Exception(message);
