using System.Text.Json.Nodes;

namespace Estaleiro.Steps.Api;

/// <summary>Questions to the authorizer (https://kubernetes.io/docs/reference/access-authn-authz/authorization/#checking-api-access).</summary>
public static class AccessReview
{
    /// <summary>Where one asks what one may do oneself.</summary>
    public const string OfOneself = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";

    /// <summary>Where an administrator asks what another may do.</summary>
    public const string OfAnother = "/apis/authorization.k8s.io/v1/subjectaccessreviews";

    /// <summary>May I send this request?</summary>
    /// <exception cref="FormatException">The path is none of the API's resources.</exception>
    public static JsonObject Of(HttpMethod method, string path)
    {
        var parts = path.Split('?')[0].Trim('/').Split('/');
        var (group, rest) = parts switch
        {
            ["api", _, .. var core] => ("", core),
            ["apis", var named, _, .. var others] => (named, others),
            _ => throw new FormatException($"'{path}' is no path of a resource."),
        };
        var (ns, resource) = rest is ["namespaces", var space, _, ..] ? (space, rest[2..]) : ((string?)null, rest);
        var name = resource.Length > 1 ? resource[1] : null;
        var verb = (method.Method, name) switch
        {
            ("GET", null) => "list",
            ("GET", _) => "get",
            ("POST", _) => "create",
            ("PUT", _) => "update",
            ("DELETE", null) => "deletecollection",
            _ => method.Method.ToLowerInvariant(),
        };
        return Of(verb, group, resource[0], resource.Length > 2 ? resource[2] : null, ns, name, user: null);
    }

    /// <summary>May this user do that? Without a user: may I?</summary>
    public static JsonObject Of(string verb, string group, string resource, string? subresource, string? ns, string? name, string? user)
    {
        var spec = new JsonObject
        {
            ["resourceAttributes"] = new JsonObject
            {
                ["verb"] = verb,
                ["group"] = group,
                ["resource"] = resource,
                ["subresource"] = subresource,
                ["namespace"] = ns,
                ["name"] = name,
            },
        };
        if (user is not null)
        {
            spec["user"] = user;
        }

        return new()
        {
            ["apiVersion"] = "authorization.k8s.io/v1",
            ["kind"] = user is null ? "SelfSubjectAccessReview" : "SubjectAccessReview",
            ["spec"] = spec,
        };
    }
}
