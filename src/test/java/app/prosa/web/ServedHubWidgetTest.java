package app.prosa.web;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

/** The widget against the program itself, which is started once. */
class ServedHubWidgetTest extends WidgetJourney {
    @TempDir static Path data;
    private static @Nullable ServedHub hub;

    @AfterAll
    static void stop() {
        if (hub != null) {
            hub.close();
            hub = null;
        }
    }

    @Override
    Place open() {
        ServedHub running = hub == null ? new ServedHub(data) : hub;
        hub = running;
        running.forgetOutput();
        return running;
    }

    @Override
    void leave(Place left) {}
}
