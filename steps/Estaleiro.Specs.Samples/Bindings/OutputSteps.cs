using System.Text;
using Xunit.Abstractions;

namespace Estaleiro.Specs.Samples.Bindings;

[Binding]
public sealed class OutputSteps(IReqnrollOutputHelper output, ITestOutputHelper testOutput)
{
    [When("a line {string} is written")]
    public void WhenWritten(string line) => output.WriteLine(line);

    [When("a text file {string} with {string} is attached")]
    public void WhenText(string name, string text) => Attach(name, Encoding.UTF8.GetBytes(text));

    [When("a binary file {string} is attached")]
    public void WhenBinary(string name) => Attach(name, [0x89, 0x50, 0x4e, 0x47, 0xff]);

    [Then("the output helper wrote {string}")]
    public void ThenWrote(string line) => Assert.Contains(line, testOutput.GetType().GetProperty("Output")!.GetValue(testOutput)!.ToString()!, StringComparison.Ordinal);

    private void Attach(string name, byte[] content)
    {
        var folder = Directory.CreateTempSubdirectory("gherkin-");
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, content);
        output.AddAttachment(path);
        folder.Delete(recursive: true);
    }
}
