using Estaleiro.Cli.Terminal;
using Spectre.Console.Testing;

namespace Estaleiro.Cli.Tests.Fakes;

/// <summary>The whole command line over fakes and a clone of its own.</summary>
internal sealed class CliHarness : IDisposable
{
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("estaleiro-cli-test-");

    internal CliHarness()
    {
        File.WriteAllText(Path.Combine(root.FullName, "Estaleiro.Conformance.sln"), "");
        File.WriteAllText(
            Path.Combine(root.FullName, "Directory.Packages.props"),
            """
            <Project><ItemGroup><PackageVersion Include="Verify.Xunit" Version="31.12.5" /></ItemGroup></Project>
            """);
        Directory.CreateDirectory(Repository.SpecBuild);
        File.WriteAllText(Path.Combine(Repository.SpecBuild, "Estaleiro.Steps.dll"), "built");
        Services = new CliServices
        {
            Output = new CliOutput(output),
            Error = new CliOutput(error),
            FindRepository = () => Repository,
            Processes = Processes,
            Features = Features,
            RunEnvironment = Environment,
            Machine = Machine,
            KeptClusters = KeptClusters,
            Prompt = Prompt,
            ContextSweeps = ContextSweeps,
            Images = Images,
            NodeImages = NodeImages,
            Variable = name => Variables.GetValueOrDefault(name),
        };
    }

    internal Repository Repository => new(root.FullName);

    internal FakeFeatures Features { get; } = new();

    internal FakeProcesses Processes { get; } = new();

    internal FakeEnvironment Environment { get; } = new();

    internal FakeMachine Machine { get; } = new();

    internal FakeKeptClusters KeptClusters { get; } = new();

    internal FakePrompt Prompt { get; } = new();

    internal FakeContextSweeps ContextSweeps { get; } = new();

    internal FakeRunImages Images { get; } = new();

    internal FakeNodeImages NodeImages { get; } = new();

    internal Dictionary<string, string> Variables { get; } = [];

    internal CliServices Services { get; private set; }

    internal string Output => output.ToString();

    internal string Error => error.ToString();

    internal string Latest => Path.Combine(Repository.Out, "latest");

    internal TestConsole UseTerminal()
    {
        var console = new TestConsole().Interactive().EmitAnsiSequences().Width(100);
        Services = Services with { Output = new CliOutput(console) };
        return console;
    }

    internal FakeKeyboard UseKeyboard(string keys)
    {
        var keyboard = new FakeKeyboard(keys);
        Services = Services with { Keyboard = keyboard, Shell = keyboard };
        return keyboard;
    }

    internal void UseOutages(FakeOutages outages) => Services = Services with { Outages = outages };

    /// <summary>Commands find this clone instead of the harness's own.</summary>
    internal void UseClone(Repository clone) => Services = Services with { FindRepository = () => clone };

    internal void UseTime(TimeProvider time) => Services = Services with { Time = time };

    internal Task<int> InvokeAsync(params string[] arguments) => InvokeAsync(CancellationToken.None, arguments);

    internal Task<int> InvokeAsync(CancellationToken cancellationToken, params string[] arguments) =>
        new CommandLineApp(Services).InvokeAsync(arguments, cancellationToken);

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
        root.Delete(recursive: true);
    }
}
