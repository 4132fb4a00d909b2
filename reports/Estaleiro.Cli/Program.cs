using Estaleiro.Cli;

using var stop = new StopSignals();
return await new CommandLineApp(CliServices.Real()).InvokeAsync(args, stop.Token);
