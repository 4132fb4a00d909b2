using Io.Cucumber.Messages.Types;

namespace Estaleiro.Specs.Parsing;

/// <summary>A step of a pickle with the step of the file it came from.</summary>
internal sealed record FeatureStep(PickleStep Pickle, Step Source)
{
    public int Line => (int)Source.Location.Line;

    /// <summary>Keyword and text, as a reader sees them.</summary>
    public string Title => Source.Keyword + Pickle.Text;
}
