using System.Reflection;

namespace Estaleiro.Gherkin.Hosting;

/// <summary>Where a run's messages go: <c>ESTALEIRO_MESSAGES</c>, else what the project sets (<c>GherkinMessages</c>), else nowhere.</summary>
internal static class MessagesPath
{
    public const string Variable = "ESTALEIRO_MESSAGES";
    public const string Metadata = "Estaleiro.Gherkin.Messages";

    public static string? Of(Assembly assembly)
    {
        var path = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(path))
        {
            path = assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(metadata => metadata.Key == Metadata)?.Value;
        }

        return string.IsNullOrEmpty(path) ? null : path;
    }
}
