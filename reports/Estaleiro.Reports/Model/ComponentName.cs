namespace Estaleiro.Reports.Model;

/// <summary>The component of a feature: the name of its folder, without the leading number.</summary>
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
