package app.prosa;

import app.prosa.desktop.Pages;
import app.prosa.desktop.Services;
import app.prosa.settings.Environment;
import java.nio.file.Path;
import java.util.Map;

/** The program without its window, for tests that show the real pages. */
public final class TestApp implements AutoCloseable {
    private final App app;

    /**
     * @param environment instead of this process's
     */
    public TestApp(Path dataDirectory, Map<String, String> environment) {
        app = new App(dataDirectory, Environment.of(environment));
    }

    public Pages pages() {
        return app.pages();
    }

    public Services open() {
        return app.open();
    }

    @Override
    public void close() {
        app.close();
    }
}
