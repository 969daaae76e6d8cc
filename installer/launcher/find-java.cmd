@echo off
rem Called by mvnw.cmd and bin\prosa.cmd: finds a Java that is new enough and sets JAVA_HOME, or says what to install.
rem %1 is the tool that is needed: java, or javac where something is compiled.

set "PROSA_FOUND="
if defined JAVA_HOME call :try "%JAVA_HOME:"=%" %1
for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try "%%~dp$PATH:J.." %1
for %%V in ("Eclipse Adoptium" "Java" "Microsoft" "Zulu" "Amazon Corretto" "BellSoft" "OpenJDK") do (
  for /d %%H in ("%ProgramFiles%\%%~V\*") do call :try "%%~H" %1
  for /d %%H in ("%LocalAppData%\Programs\%%~V\*") do call :try "%%~H" %1
)
for /d %%H in ("%UserProfile%\.jdks\*") do call :try "%%~H" %1
for /d %%H in ("%UserProfile%\scoop\apps\*jdk*") do call :try "%%~H\current" %1

if defined PROSA_FOUND (
  set "JAVA_HOME=%PROSA_FOUND%"
  exit /b 0
)
echo Prosa needs a JDK of Java 25 or newer and found none: install one (for example Eclipse Temurin, from adoptium.net) or point JAVA_HOME to the one you have, then try again.>&2
exit /b 1

:try
if defined PROSA_FOUND exit /b 0
if not exist "%~1\bin\%2.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "PROSA_VERSION=0"
for /f "tokens=2 delims==.-+" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set PROSA_VERSION=%%V
set "PROSA_VERSION=%PROSA_VERSION:"=%"
if %PROSA_VERSION% GEQ 25 set "PROSA_FOUND=%~1"
exit /b 0
