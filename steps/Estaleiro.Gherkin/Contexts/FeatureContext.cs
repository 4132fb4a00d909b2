using System.Globalization;
using Estaleiro.Gherkin.BoDi;

namespace Estaleiro.Gherkin;

/// <summary>The running feature and a bag for values its scenarios share.</summary>
public class FeatureContext : ReqnrollContext
{
    internal FeatureContext(IObjectContainer container, FeatureInfo feature)
    {
        FeatureContainer = container;
        FeatureInfo = feature;
        BindingCulture = feature.Language;
    }

    /// <summary>Title, description, tags and folder.</summary>
    public FeatureInfo FeatureInfo { get; }

    /// <summary>The culture in which step arguments are read: the feature's language.</summary>
    public CultureInfo BindingCulture { get; }

    /// <summary>Creates the feature's objects and disposes them at its end.</summary>
    public IObjectContainer FeatureContainer { get; }

    /// <summary>The error of a before-feature hook, null if none failed.</summary>
    public Exception? BeforeFeatureHookError { get; internal set; }

    /// <summary>Whether a before-feature hook failed.</summary>
    public bool BeforeFeatureHookFailed => BeforeFeatureHookError is not null;
}
