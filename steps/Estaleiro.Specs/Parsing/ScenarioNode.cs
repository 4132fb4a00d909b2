using Io.Cucumber.Messages.Types;

namespace Estaleiro.Specs.Parsing;

/// <summary>A scenario in its feature's tree, with its rule and the background steps that run before it.</summary>
internal sealed record ScenarioNode(Scenario Scenario, Rule? Rule, IReadOnlyList<Step> BackgroundSteps);
