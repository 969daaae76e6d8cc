@echo off
rem Starts Prosa, wherever this folder lies, on the first Java that is new enough.
setlocal
call "%~dp0..\lib\find-java.cmd" java || exit /b 1
set "hub="
for %%a in (%*) do if "%%~a"=="serve" set hub="@%~dp0..\lib\hub.options"
"%JAVA_HOME%\bin\java.exe" "@%~dp0..\lib\java.options" %hub% --module-path "%~dp0..\lib\javafx" -jar "%~dp0..\lib\prosa.jar" %*
exit /b %ERRORLEVEL%
