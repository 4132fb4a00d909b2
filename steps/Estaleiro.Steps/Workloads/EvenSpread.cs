namespace Estaleiro.Steps.Workloads;

/// <summary>
/// How often each of several may answer, if each of many requests goes to any of them alike and regardless of the others, as kube-proxy's
/// <c>statistic --mode random</c> has it.
/// </summary>
/// <param name="Least">Fewer answers are a finding.</param>
/// <param name="Most">More answers are one.</param>
public sealed record EvenSpread(int Least, int Most)
{
    /// <summary>How likely a fair choice is called unfair, at most: once in a billion runs.</summary>
    public const double FalseAlarm = 1e-9;

    /// <summary>
    /// The bounds for so many requests among so many. One pod's count is binomial, B(n, 1/k); each of its two tails gets 1/(2k) of the false
    /// alarm's probability, so that by the union bound all together stay below it.
    /// </summary>
    public static EvenSpread Of(int requests, int among)
    {
        var tail = FalseAlarm / (2 * among);
        var p = 1.0 / among;
        return new(Quantile(requests, p, tail), requests - Quantile(requests, 1 - p, tail));
    }

    /// <summary>The least x for which P(X ≤ x) of B(n, p) is above the tail: P(X &lt; x) is at most the tail.</summary>
    private static int Quantile(int n, double p, double tail)
    {
        var sum = 0.0;
        var logarithm = n * Math.Log(1 - p);
        for (var x = 0; x < n; x++)
        {
            sum += Math.Exp(logarithm);
            if (sum > tail)
            {
                return x;
            }

            logarithm += Math.Log((double)(n - x) / (x + 1)) + Math.Log(p) - Math.Log(1 - p);
        }

        return n;
    }
}
