using System.ComponentModel;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Estaleiro.Specs.Xunit.Hosting;

/// <summary>The test of a scenario or example. Skips when a step or hook throws <see cref="SkipException"/>.</summary>
public sealed class ScenarioTestCase : SkippableFactTestCase
{
    private string? title;
    private string[] exampleTags = [];

    /// <summary>For xunit, which fills it by <see cref="Deserialize"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called by the de-serializer.")]
    public ScenarioTestCase()
    {
    }

    internal ScenarioTestCase(IMessageSink diagnosticMessageSink, ITestMethod testMethod, string? title, int line, string[] exampleTags, int? example)
        : base([typeof(SkipException).FullName!], diagnosticMessageSink, TestMethodDisplay.ClassAndMethod, TestMethodDisplayOptions.None, testMethod, example is { } index ? [index] : null)
    {
        this.title = title;
        this.exampleTags = exampleTags;
        Line = line;
    }

    internal int Line { get; private set; }

    /// <inheritdoc/>
    public override void Serialize(IXunitSerializationInfo data)
    {
        ArgumentNullException.ThrowIfNull(data);
        base.Serialize(data);
        data.AddValue(nameof(title), title);
        data.AddValue(nameof(exampleTags), exampleTags);
        data.AddValue(nameof(Line), Line);
    }

    /// <inheritdoc/>
    public override void Deserialize(IXunitSerializationInfo data)
    {
        ArgumentNullException.ThrowIfNull(data);
        title = data.GetValue<string?>(nameof(title));
        exampleTags = data.GetValue<string[]>(nameof(exampleTags));
        Line = data.GetValue<int>(nameof(Line));
        base.Deserialize(data);
    }

    /// <inheritdoc/>
    protected override string GetDisplayName(IAttributeInfo factAttribute, string displayName) => title ?? displayName;

    /// <inheritdoc/>
    protected override void Initialize()
    {
        base.Initialize();
        foreach (var tag in exampleTags)
        {
            if (!Traits.TryGetValue("Category", out var tags))
            {
                Traits["Category"] = tags = [];
            }

            tags.Add(tag);
        }
    }
}
