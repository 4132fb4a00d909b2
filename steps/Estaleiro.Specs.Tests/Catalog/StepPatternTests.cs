using Estaleiro.Specs.Catalog;

namespace Estaleiro.Specs.Tests.Catalog;

public sealed class StepPatternTests
{
    [Theory]
    [InlineData("the {int} pod(s) of the {word} {string} become(s) Ready", "the 1 pod of the Deployment \"a b\" becomes Ready")]
    [InlineData("(que )este manifesto é aplicado:", "este manifesto é aplicado:")]
    [InlineData("(que )este manifesto é aplicado:", "que este manifesto é aplicado:")]
    [InlineData("o/a {word} {string} é apagado/apagada", "a Music 'x' é apagada")]
    [InlineData(@"^the API server answers (\d\d\d .+)$", "the API server answers 409 Conflict")]
    [InlineData("it has {duration} left", "it has two or three minutes left")]
    public void An_expression_finds_its_texts(string expression, string text) => Assert.Matches(StepPattern.Of(expression), text);

    [Theory]
    [InlineData("a cluster", "a cluster with these nodes:")]
    [InlineData("the pod {string} becomes Ready", "the pod \"a\" becomes Ready on \"b\"")]
    [InlineData("port {int}", "port x")]
    public void And_no_other(string expression, string text) => Assert.DoesNotMatch(StepPattern.Of(expression), text);
}
