using System.Text.RegularExpressions;
using Gherkin;
using Gherkin.CucumberMessages;
using Gherkin.CucumberMessages.Pickles;
using Io.Cucumber.Messages.Types;
using GherkinStep = Io.Cucumber.Messages.Types.Step;

namespace Estaleiro.Specs.Parsing;

/// <summary>A feature file, read: its document, its pickles (a scenario or example each, in the file's order) and where each came from.</summary>
internal sealed class FeatureDocument
{
    /// <summary>The parser puts the place in front of its message; ours has it elsewhere.</summary>
    private const string ParserPlace = @"^\(\d+:\d+\): |\r";

    private FeatureDocument(string uri, string source, GherkinDocument document, IReadOnlyList<FeatureScenario> scenarios)
    {
        Uri = uri;
        Source = source;
        Document = document;
        Scenarios = scenarios;
    }

    public string Uri { get; }

    public string Source { get; }

    public GherkinDocument Document { get; }

    /// <summary>Null for a file without a feature.</summary>
    public Feature? Feature => Document.Feature;

    public IReadOnlyList<FeatureScenario> Scenarios { get; }

    public IReadOnlyList<string> Tags => [.. (Feature?.Tags ?? []).Select(tag => tag.Name.TrimStart('@'))];

    /// <exception cref="FeatureSyntaxException">The text is not Gherkin, or has two scenarios of one file name, or an outline without examples.</exception>
    public static FeatureDocument Parse(string source, string uri, IIdGenerator? ids = null)
    {
        ids ??= new IncrementingIdGenerator();
        var document = Read(source, uri, ids);
        var pickles = document.Feature is null ? [] : new PickleCompiler(ids).Compile(document);
        var nodes = Nodes(document.Feature).ToArray();
        Validate(uri, nodes, OutlineKeywords(document.Feature));
        var scenarios = pickles.Select(pickle => FeatureScenario.Of(pickle, nodes)).ToArray();
        ValidateFileNames(uri, scenarios);
        return new FeatureDocument(uri, source, document, scenarios);
    }

    private static GherkinDocument Read(string source, string uri, IIdGenerator ids)
    {
        try
        {
            using var reader = new StringReader(source);
            return new AstMessagesConverter(ids).ConvertGherkinDocumentToEventArgs(new Parser().Parse(reader), uri);
        }
        catch (CompositeParserException error)
        {
            throw new FeatureSyntaxException([.. error.Errors.Select(inner => Problem(uri, inner))]);
        }
        catch (ParserException error)
        {
            throw new FeatureSyntaxException([Problem(uri, error)]);
        }
    }

    private static FeatureSyntaxError Problem(string uri, ParserException error)
    {
        var line = Math.Max(1, error.Location?.Line ?? 1);
        var column = Math.Max(1, error.Location?.Column ?? 1);

        return new FeatureSyntaxError(uri, line, column, Regex.Replace(error.Message, ParserPlace, "").Replace("\n", " "));
    }

    private static IEnumerable<ScenarioNode> Nodes(Feature? feature)
    {
        foreach (var child in feature?.Children ?? [])
        {
            if (child.Scenario is not null)
            {
                yield return new ScenarioNode(child.Scenario, null, [.. Backgrounds(feature!.Children.Select(other => other.Background))]);
            }

            foreach (var inner in child.Rule?.Children ?? [])
            {
                if (inner.Scenario is not null)
                {
                    var backgrounds = feature!.Children.Select(other => other.Background).Concat(child.Rule!.Children.Select(other => other.Background));
                    yield return new ScenarioNode(inner.Scenario, child.Rule, [.. Backgrounds(backgrounds)]);
                }
            }
        }
    }

    private static IEnumerable<GherkinStep> Backgrounds(IEnumerable<Background?> backgrounds) =>
        backgrounds.OfType<Background>().SelectMany(background => background.Steps);

    private static void Validate(string uri, ScenarioNode[] nodes, IReadOnlyCollection<string> outlineKeywords)
    {
        var problems = new List<FeatureSyntaxError>();
        foreach (var again in nodes.GroupBy(node => node.Scenario.Name).SelectMany(group => group.Skip(1)))
        {
            problems.Add(At(again.Scenario.Location, $"The feature already has a scenario '{again.Scenario.Name}'; titles must be unique in a feature."));
        }

        foreach (var scenario in nodes.Select(node => node.Scenario))
        {
            if (scenario.Name.Length == 0)
            {
                problems.Add(At(scenario.Location, "The scenario has no title; a test is named after it."));
            }

            if (scenario.Examples.Count == 0 && outlineKeywords.Contains(scenario.Keyword))
            {
                problems.Add(At(scenario.Location, $"The outline '{scenario.Name}' has no examples."));
            }

            foreach (var examples in scenario.Examples)
            {
                var columns = examples.TableHeader?.Cells ?? [];
                foreach (var again in columns.GroupBy(cell => cell.Value).SelectMany(group => group.Skip(1)))
                {
                    problems.Add(At(again.Location, $"The examples already have a column '{again.Value}'."));
                }

                if (columns.Count == 0 || examples.TableBody.Count == 0)
                {
                    problems.Add(At(examples.Location, $"The examples of '{scenario.Name}' have no rows."));
                }
            }
        }

        if (problems.Count > 0)
        {
            throw new FeatureSyntaxException([.. problems.OrderBy(problem => problem.Line)]);
        }

        FeatureSyntaxError At(Location location, string message) => new(uri, (int)location.Line, (int)(location.Column ?? 1), message);
    }

    private static void ValidateFileNames(string uri, FeatureScenario[] scenarios)
    {
        var problems = new List<FeatureSyntaxError>();
        foreach (var scenario in scenarios.Where(scenario => !scenario.Title.Any(char.IsLetterOrDigit)))
        {
            problems.Add(new(uri, scenario.Line, 1, $"The title '{scenario.Title}' has neither letter nor digit; its snapshot is named after it."));
        }

        foreach (var same in scenarios.GroupBy(scenario => ScenarioFileName.Key(scenario.FileName)))
        {
            var first = same.First();
            problems.AddRange(same.Skip(1).Select(again => new FeatureSyntaxError(
                uri,
                again.Line,
                1,
                $"'{again.DisplayName}' would share its snapshot with '{first.DisplayName}' in line {first.Line}: "
                    + "names must differ in more than signs, spaces and case.")));
        }

        if (problems.Count > 0)
        {
            throw new FeatureSyntaxException([.. problems.OrderBy(problem => problem.Line)]);
        }
    }

    // "Scenario" with examples is an outline too, but may go without.
    private static string[] OutlineKeywords(Feature? feature)
    {
        var dialect = new GherkinDialectProvider().GetDialect(feature?.Language ?? "en", null);
        return [.. dialect.ScenarioOutlineKeywords.Except(dialect.ScenarioKeywords)];
    }
}
