# Proves an msi on Windows: installs it, finds prosa on the path, serves, chats with the demo, opens the window, and removes it.
#
#   installer\smoke-msi.ps1 target\installer\dist\Prosa-0.1.0.msi
param(
    [Parameter(Mandatory)]
    [string] $Msi
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

function Invoke-Msi {
    param([string] $Action, [string] $Package)
    $run = Start-Process msiexec -ArgumentList $Action, "`"$Package`"", '/qn', '/l*v', "`"$env:TEMP\prosa-msi.log`"" -Wait -PassThru
    if ($run.ExitCode -ne 0) {
        Get-Content "$env:TEMP\prosa-msi.log" -Tail 40
        throw "msiexec $Action ended with $($run.ExitCode)"
    }
}

function Wait-Until {
    param([scriptblock] $Condition, [string] $What)
    foreach ($try in 1..120) {
        if (& $Condition) {
            return
        }
        Start-Sleep -Milliseconds 500
    }
    throw "There was never $What"
}

$data = Join-Path $env:TEMP 'prosa-smoke'
Invoke-Msi '/i' $Msi
$env:PATH = [Environment]::GetEnvironmentVariable('PATH', 'User') + ';' + $env:PATH
$command = (Get-Command prosa).Source
& $command --version
$env:JDK_JAVA_OPTIONS = '-XX:AOTMode=on'
& $command --version
if ($LASTEXITCODE -ne 0) {
    throw 'The AOT cache is not taken'
}
$env:JDK_JAVA_OPTIONS = ''

$hub = Start-Process $command -ArgumentList 'serve', '--port', '3001', '--data', $data -PassThru -NoNewWindow
try {
    Wait-Until { try { (Invoke-RestMethod http://127.0.0.1:3001/health).status -eq 'ok' } catch { $false } } 'a hub'
    $body = '{"user_id":"ana","channel":"web","text":"Hello"}'
    $answer = Invoke-RestMethod http://127.0.0.1:3001/api/chat -Method Post -ContentType application/json -Body $body
    if (-not $answer.ai_response) {
        throw 'No answer of the demo'
    }
}
finally {
    taskkill /PID $hub.Id /T /F | Out-Null
}

$env:JDK_JAVA_OPTIONS = '-Dprosa.report.firstPaint=true'
$said = Join-Path $env:TEMP 'prosa-window.log'
$window = Start-Process $command -ArgumentList 'desktop', '--data', $data -PassThru -RedirectStandardOutput $said
try {
    Wait-Until { (Test-Path $said) -and (Select-String -Quiet '^ready ' $said) } 'a window'
}
finally {
    taskkill /PID $window.Id /T /F | Out-Null
    $env:JDK_JAVA_OPTIONS = ''
}

Invoke-Msi '/x' $Msi
if (Test-Path $command) {
    throw "$command is still there"
}
if (-not (Test-Path (Join-Path $data 'prosa.mv.db'))) {
    throw 'The data is gone'
}
'All of it works'
