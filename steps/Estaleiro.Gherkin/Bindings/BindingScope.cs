namespace Estaleiro.Gherkin.Bindings;

/// <summary>Conditions on the running scenario. Each one met adds to the score by which the closest of several step definitions wins.</summary>
internal sealed record BindingScope(string? Tag, string? Feature, string? Scenario)
{
    public static BindingScope OfTag(string tag) => new(tag.TrimStart('@'), null, null);

    public static BindingScope Of(ScopeAttribute attribute) => new(attribute.Tag?.TrimStart('@'), attribute.Feature, attribute.Scenario);

    /// <summary>The number of conditions met, or null if one is not.</summary>
    public int? Match(ScopeSubject subject)
    {
        var met = 0;
        foreach (var condition in Conditions(subject))
        {
            if (!condition)
            {
                return null;
            }

            met++;
        }

        return met;
    }

    private IEnumerable<bool> Conditions(ScopeSubject subject)
    {
        if (Tag is not null)
        {
            yield return subject.Tags.Contains(Tag);
        }

        if (Feature is not null)
        {
            yield return string.Equals(Feature, subject.FeatureTitle, StringComparison.OrdinalIgnoreCase);
        }

        if (Scenario is not null)
        {
            yield return string.Equals(Scenario, subject.ScenarioTitle, StringComparison.OrdinalIgnoreCase);
        }
    }
}
