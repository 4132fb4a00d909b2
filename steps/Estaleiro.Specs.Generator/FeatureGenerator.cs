using System.Collections.Immutable;
using System.Text;
using Estaleiro.Specs.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Estaleiro.Specs.Generator;

/// <summary>Turns feature files into xunit classes that run on Reqnroll's test runner. A mistake in a file is a compiler error at its place.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class FeatureGenerator : IIncrementalGenerator
{
    private static readonly DiagnosticDescriptor Mistake = new("GHERKIN", "Mistake in a feature file", "{0}", "Gherkin", DiagnosticSeverity.Error, isEnabledByDefault: true);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var options = context.AnalyzerConfigOptionsProvider.Select((provider, _) => GeneratorOptions.Read(provider.GlobalOptions));
        var features = context.AdditionalTextsProvider
            .Where(file => file.Path.EndsWith(".feature", StringComparison.OrdinalIgnoreCase))
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Combine(options)
            .Select((pair, token) => new FeatureInput(
                pair.Left.Left.Path,
                pair.Left.Right.GetOptions(pair.Left.Left).TryGetValue("build_metadata.AdditionalFiles.Link", out var link) ? link : "",
                pair.Left.Left.GetText(token)?.ToString(),
                pair.Right))
            .Select((input, _) => ReadFeature.Of(input));
        context.RegisterSourceOutput(features, Add);
        context.RegisterSourceOutput(features.Select((read, _) => (read.Uri, read.Title, read.Line, read.Path, read.FullClassName)).Collect(), ReportClashes);
        context.RegisterPostInitializationOutput(initial => initial.AddSource("Estaleiro.Specs.g.cs", SourceText.From(FeatureClass.Assembly, Encoding.UTF8)));
    }

    private static void Add(SourceProductionContext context, ReadFeature read)
    {
        foreach (var problem in read.Problems)
        {
            Report(context, read.Path, problem);
        }

        if (read.Code is { } code)
        {
            context.AddSource(Identifier.Of(read.Uri.Replace('/', '_')) + ".g.cs", SourceText.From(code, Encoding.UTF8));
        }
    }

    private static void ReportClashes(
        SourceProductionContext context, ImmutableArray<(string Uri, string Title, int Line, string Path, string? FullClassName)> features)
    {
        foreach (var same in features.Where(feature => feature.FullClassName is not null).GroupBy(feature => feature.FullClassName))
        {
            var first = same.OrderBy(feature => feature.Uri, StringComparer.Ordinal).First();
            foreach (var (uri, title, line, path, _) in same.Where(feature => feature.Uri != first.Uri))
            {
                var message = $"The title '{title}' gives the same test class as {first.Uri}; titles must differ within a folder.";
                Report(context, path, new FeatureSyntaxError(uri, line, 1, message));
            }
        }
    }

    private static void Report(SourceProductionContext context, string path, FeatureSyntaxError problem)
    {
        var position = new LinePosition(problem.Line - 1, problem.Column - 1);
        context.ReportDiagnostic(Diagnostic.Create(Mistake, Location.Create(path, default, new LinePositionSpan(position, position)), problem.Message));
    }
}
