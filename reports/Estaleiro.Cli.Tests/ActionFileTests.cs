using Xunit;
using YamlDotNet.RepresentationModel;

namespace Estaleiro.Cli.Tests;

public sealed class ActionFileTests
{
    [Fact]
    public void The_action_is_YAML_and_installs_dotnet_only_where_none_fits()
    {
        var yaml = new YamlStream();
        using var file = File.OpenText(Path.Combine(Repository.Find(AppContext.BaseDirectory).Root, "action.yml"));
        yaml.Load(file);
        var steps = ((YamlSequenceNode)yaml.Documents[0].RootNode["runs"]["steps"]).Children.OfType<YamlMappingNode>().ToList();

        var conditional = steps.Where(step => step.Children.ContainsKey("if")).Select(step => $"{step["name"]}: {step["if"]}");

        Assert.Equal(
            ["Install .NET: steps.dotnet.outputs.found == 'false'", "Cache NuGet packages: steps.dotnet.outputs.found == 'false'"], conditional);
        Assert.All(steps.Where(step => step.Children.ContainsKey("uses")), step => Assert.True(step.Children.ContainsKey("if")));
    }
}
