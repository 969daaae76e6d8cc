package app.prosa;

import app.prosa.conversation.ChatModel;
import app.prosa.desktop.Pages;
import app.prosa.desktop.Program;
import app.prosa.desktop.Services;
import app.prosa.settings.Environment;
import java.nio.file.Path;
import java.util.Map;

/** The program as it is, but for the model that answers. */
public final class BenchProgram implements Program {
    public static final Environment ENVIRONMENT = Environment.of(Map.of());

    private final App app;

    public BenchProgram(Path data, ChatModel model) {
        app = new App(data, ENVIRONMENT, models -> model);
    }

    public Pages pages() {
        return app.pages();
    }

    @Override
    public Services open() {
        return app.open();
    }

    @Override
    public void ready() {
        app.ready();
    }

    @Override
    public void close() {
        app.close();
    }
}
