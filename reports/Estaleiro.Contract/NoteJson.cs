using System.Text.Json;

namespace Estaleiro.Contract;

/// <summary>Reads notes from messages that another version, or another program, may have written.</summary>
internal static class NoteJson
{
    internal static T? TryParse<T>(string json)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
