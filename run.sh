#!/bin/sh
# Starts the command line in reports/Estaleiro.Cli with all arguments. run.ps1 does the same.
command -v dotnet >/dev/null 2>&1 || { echo "The .NET 10 SDK is missing: install it from https://dotnet.microsoft.com/download and try again." >&2; exit 3; }
here=$(dirname -- "$(readlink -f -- "$0")")
export DOTNET_NOLOGO=1
exec dotnet run --project "$here/reports/Estaleiro.Cli" --no-launch-profile --verbosity quiet -- "$@"
