using System.Globalization;
using System.Net;

namespace Estaleiro.Steps.Workloads;

/// <summary>What came back for a request that went through the ingress controller.</summary>
/// <param name="Status">The status code, or null where no answer came.</param>
/// <param name="Echo">What the echo server told, or null where the answer is nobody's but the controller's.</param>
/// <param name="Certificate">The name on the certificate that was shown, or null without TLS.</param>
/// <param name="Failure">Why no answer came, or null.</param>
public sealed record IngressAnswer(HttpStatusCode? Status, EchoAnswer? Echo, string? Certificate, string? Failure)
{
    /// <summary>Whether nobody listens there; somebody who accepts and says nothing is another matter.</summary>
    public bool IsRefused { get; init; }

    /// <summary>As specs write it: who answered, or a status code, or that nobody did.</summary>
    public string By => Echo is { } echo && Status == HttpStatusCode.OK ? echo.PodName
        : Status is { } status ? ((int)status).ToString(CultureInfo.InvariantCulture)
        : $"nobody ({Failure})";
}
