namespace Estaleiro.Specs.Samples.Bindings;

[Binding]
public sealed class CartSteps(ScenarioContext scenario)
{
    private int apples;

    [Given("a cart with {int} apple(s)")]
    [Given("um cesto com {int} maçã(s)")]
    public void GivenACart(int count) => apples = count;

    [Given("{int} apple(s) is/are added")]
    [When("{int} apple(s) is/are added")]
    [When("{int} maçãs são somadas")]
    public async Task WhenAdded(int count)
    {
        await Task.Yield();
        apples += count;
    }

    [When(@"^(\d+) apple\(s\) are eaten$")]
    [When(@"(\d+) maçã é comida")]
    public void WhenEaten(int count) => apples -= count;

    [Then("it holds {int} apple(s)")]
    [Then("há {int} maçã(s)")]
    public void ThenItHolds(int count) => Assert.Equal(count, apples);

    [Given("nobody is hungry")]
    public static void NobodyIsHungry() => Skip.If(true, "nobody is hungry");

    [Then("the scenario is tagged {string}")]
    public void ThenTagged(string tag) => Assert.Contains(tag, scenario.ScenarioInfo.CombinedTags);

    [Then("the scenario is not tagged {string}")]
    public void ThenNotTagged(string tag) => Assert.DoesNotContain(tag, scenario.ScenarioInfo.CombinedTags);

    [Then("the scenario's argument {string} is {string}")]
    public void ThenArgument(string name, string value) => Assert.Equal(value, scenario.ScenarioInfo.Arguments[name]);

    [Then("the rule is {string}")]
    public void ThenRule(string title) => Assert.Equal(title, scenario.RuleInfo?.Title);

    [Then("o cenário chama-se {string}")]
    public void ThenTitle(string title) => Assert.Equal(title, scenario.ScenarioInfo.Title);
}
