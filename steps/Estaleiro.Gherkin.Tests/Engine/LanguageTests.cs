using Io.Cucumber.Messages.Types;

namespace Estaleiro.Gherkin.Tests.Engine;

/// <summary>One step method, two languages.</summary>
public sealed class LanguageTests
{
    private const string English = """
        Feature: Nodes
          Scenario: Two
            Given these nodes:
              | node  | pods |
              | node1 | none |
            Then the pod "web" is on "node1"
        """;

    private const string Portuguese = """
        # language: pt
        Funcionalidade: Nós
          Cenário: Dois
            Dados estes nós:
              | nó    | pods   |
              | node1 | nenhum |
            Então o Pod "web" está no "node1"
            E a Music "mario" está no "node1"
        """;

    [Theory]
    [InlineData(English)]
    [InlineData(Portuguese)]
    public async Task A_step_is_said_in_either(string feature)
    {
        var run = await EngineRun.OfAsync(feature, typeof(Nodes));

        Assert.Equal([null], run.Scenarios);
        Assert.All(run.Statuses, status => Assert.Equal(TestStepResultStatus.PASSED, status));
    }

    [Binding]
    public sealed class Nodes
    {
        private string node = "";

        [StepArgumentTransformation]
        public static DataTable InEnglish(DataTable table)
        {
            if (!table.ContainsColumn("nó"))
            {
                return table;
            }

            var translated = new DataTable("node", "pods");
            foreach (var row in table.Rows)
            {
                translated.AddRow(row["nó"], row["pods"] is "nenhum" ? "none" : row["pods"]);
            }

            return translated;
        }

        [Given("these nodes:")]
        [Given("estes nós:")]
        public void TheseNodes(DataTable nodes)
        {
            node = Assert.Single(nodes.Rows)["node"];
            Assert.Equal("none", nodes.Rows[0]["pods"]);
        }

        [Then("the {word} {string} is on {string}")]
        [Then("o/a {word} {string} está no {string}")]
        public void IsOn(string kind, string name, string where)
        {
            Assert.Contains((kind, name), (IEnumerable<(string, string)>)[("pod", "web"), ("Pod", "web"), ("Music", "mario")]);
            Assert.Equal(node, where);
        }
    }
}
