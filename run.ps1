#!/usr/bin/env pwsh
# Starts the command line in reports/Estaleiro.Cli with all arguments. run.sh does the same.
if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) { [Console]::Error.WriteLine('The .NET 10 SDK is missing: install it from https://dotnet.microsoft.com/download and try again.'); exit 3 }
$self = Get-Item -LiteralPath $PSCommandPath
$here = Split-Path -Parent $(if ($self.LinkType) { $self.ResolvedTarget } else { $self.FullName })
$env:DOTNET_NOLOGO = '1'
dotnet run --project "$here/reports/Estaleiro.Cli" --no-launch-profile --verbosity quiet -- @args
exit $LASTEXITCODE
