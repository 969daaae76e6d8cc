# Makes the installer of Windows (msi; needs the WiX toolset on the path) in target\installer\dist. What is in it is told by
# runtime.args and prosa.args, the same for all systems.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

Push-Location (Join-Path $PSScriptRoot '..')
try {
    & .\mvnw.cmd -B -ntp -Pinstaller @args
    if ($LASTEXITCODE -ne 0) {
        throw "The build ended with $LASTEXITCODE"
    }
}
finally {
    Pop-Location
}
