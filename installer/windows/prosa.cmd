@echo off
rem The command of the installed Prosa: as its window starts, but it can print, and serve has the flags of the hub.
setlocal
set "lib=%~dp0.."
set "hub="
for %%a in (%*) do if "%%~a"=="serve" set hub="@%lib%\hub.options"
"%lib%\..\runtime\bin\java.exe" "@%lib%\java.options" %hub% "-XX:AOTCache=%lib%\prosa.aot" -cp "%lib%\prosa.jar;%lib%\training.jar" app.prosa.Main %*
exit /b %ERRORLEVEL%
