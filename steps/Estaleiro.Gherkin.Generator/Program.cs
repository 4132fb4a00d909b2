using Estaleiro.Gherkin.Generator;

return GeneratorCommand.Run(args, Console.Error);
