package app.prosa;

import app.prosa.desktop.shell.DesktopApp;
import app.prosa.settings.DataDirectory;
import app.prosa.settings.DataDirectoryException;
import app.prosa.settings.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The face with a window: one per data directory. */
record Desktop(Terminal terminal, Environment environment, Ending ending) implements Face {
    @Override
    public int run(Options options) {
        try {
            return run(DataDirectory.open(options.data(), environment));
        } catch (DataDirectoryException e) {
            return terminal.failWith(e.sentence(terminal.texts()));
        }
    }

    private int run(Path data) {
        try (SingleInstance instance = SingleInstance.claim(data)) {
            return instance == null ? handOver(data) : show(data, instance);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int handOver(Path data) {
        return SingleInstance.raiseOther(data)
                ? ExitCode.OK
                : terminal.failWith(terminal.texts().get("app.instance.held", data));
    }

    private int show(Path data, SingleInstance instance) throws IOException {
        App app = new App(data, environment);
        DesktopApp window = DesktopApp.start(data, app.pages(), app);
        instance.onRaise(window::raise);
        ending.onAsked(window::quit);
        try {
            window.awaitEnd();
            return ExitCode.OK;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        }
    }
}
