namespace Estaleiro.Steps.Api;

/// <summary>The API server refused what a scenario needed.</summary>
public sealed class UnexpectedAnswerException(string path, ApiAnswer answer)
    : Exception($"The API server answered {answer.Line} for {path}: {answer.Message ?? answer.Body.ToJsonString()}")
{
    /// <summary>The answer.</summary>
    public ApiAnswer Answer { get; } = answer;
}
