namespace Estaleiro.Gherkin.Generator;

/// <summary>Reads the build's options, generates, and prints problems as compilers do.</summary>
internal static class GeneratorCommand
{
    /// <summary>The number of problems is printed line by line; the exit code is 0 when there was none.</summary>
    public static int Run(string[] args, TextWriter errors)
    {
        if (args.Length != 1 || !File.Exists(args[0]))
        {
            errors.WriteLine("error GHERKIN: give the generator one argument: its options file, written by Estaleiro.Gherkin.targets.");
            return 2;
        }

        var problems = new FeatureGenerator(GeneratorOptions.Read(args[0])).Generate();
        foreach (var problem in problems)
        {
            errors.WriteLine(problem);
        }

        return problems.Count == 0 ? 0 : 1;
    }
}
