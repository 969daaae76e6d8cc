package app.prosa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.prosa.conversation.StoreException;
import app.prosa.desktop.Services;
import app.prosa.settings.Environment;
import app.prosa.settings.Secrets;
import app.prosa.storage.Database;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("PROSA_MASTER_KEY", "a master key", "OPENAI_API_KEY", "sk-test-good");

    @TempDir Path dir;

    @Test
    void what_could_not_be_opened_can_be_tried_again() {
        App app = new App(dir, Environment.of(ENVIRONMENT));
        try (Database _ = Database.open(dir)) {
            StoreException busy = assertThrows(StoreException.class, app::open);
            assertEquals(StoreException.Cause.IN_USE, busy.reason());
        }
        Services services = app.open();
        services.secrets().put("provider.own", "sk-kept");
        assertEquals(Optional.of("sk-kept"), services.secrets().get("provider.own"));
        assertEquals(
                Optional.of("sk-test-good"),
                services.secrets().get(Secrets.ofProvider(Environment.PROVIDER)));
        assertEquals(0, services.engine().conversations().counts().conversations());
        app.close();
    }
}
