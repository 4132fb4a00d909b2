namespace Estaleiro.Reports.Model;

/// <summary>The component that a feature belongs to: its folder's name without the number that orders the folders.</summary>
internal static class ComponentName
{
    internal static string Of(string uri)
    {
        var parts = uri.Replace('\\', '/').Split('/');
        var folder = parts.Length < 2 ? "" : parts[^2];
        var name = folder.TrimStart("0123456789".ToCharArray()).TrimStart('-');
        return name.Length > 0 ? name : folder.Length > 0 ? folder : "features";
    }
}
