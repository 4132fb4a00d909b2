using Estaleiro.Clusters;

namespace Estaleiro.Steps.Workloads;

/// <summary>What came of one request: an answer, a refusal, or silence.</summary>
public sealed class RequestResult(NodeCommandResult result)
{
    /// <summary>What busybox' and coreutils' timeout end with after they had to end the command.</summary>
    private static readonly int[] TimedOut = [143, 124];

    /// <summary>Nothing came back in the time there was.</summary>
    public static RequestResult Silence { get; } = new(new NodeCommandResult(TimedOut[0], "", ""));

    /// <summary>Whether there was an answer.</summary>
    public bool IsAnswered => result.ExitCode == 0;

    /// <summary>Whether somebody said at once that nobody listens.</summary>
    public bool IsRefused => !IsAnswered && result.Error.Contains("refused", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether nothing came back in the time there was.</summary>
    public bool IsSilence => TimedOut.Contains(result.ExitCode);

    /// <summary>The answer as it came.</summary>
    public string Text => result.Output;

    /// <summary>The answer as the echo server writes it, or null where another answered.</summary>
    public EchoAnswer? Echo => EchoAnswer.ParseAll(result.Output) is [var first, ..] ? first : null;

    /// <summary>Who answered: the echo server's pod, or what the answer's first line says.</summary>
    public string AnsweredBy => Echo?.PodName ?? result.Output.Split('\n')[0].Trim();

    /// <summary>Why there was no answer.</summary>
    public string Reason => result switch
    {
        _ when IsSilence => $"nothing came back in {Requests.LimitSeconds} s",
        { Error: var error } when error.Trim() is { Length: > 0 } text => text,
        _ => $"the client ended with {result.ExitCode} and said nothing",
    };

    /// <inheritdoc/>
    public override string ToString() => IsAnswered ? $"{AnsweredBy} answered" : Reason;
}
