package app.prosa.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import app.prosa.channel.Webhook;
import app.prosa.channel.switchboard.Switchboard;
import app.prosa.channel.time.SystemTimers;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ModelRef;
import app.prosa.conversation.ScriptedModel;
import app.prosa.conversation.Senses;
import app.prosa.conversation.TurnPlan;
import app.prosa.settings.Environment;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.Secrets;
import app.prosa.settings.hub.HubSettings;
import app.prosa.settings.hub.HubState;
import app.prosa.storage.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A real hub on a free port, over a real store and a scripted model. */
@SuppressWarnings("NullAway.Init")
abstract class HubRig {
    static final TurnPlan PLAN = new TurnPlan(new ModelRef("test", "model"), "", null, null, 10);

    @TempDir Path directory;
    final ScriptedModel model = new ScriptedModel();
    volatile Duration later = Duration.ZERO;
    private final Clock clock =
            ((InstantSource) () -> Instant.now().plus(later)).withZone(ZoneOffset.UTC);
    Database database;
    final Map<String, Webhook> webhooks = new ConcurrentHashMap<>();
    final Secrets secrets = new KeptSecrets();
    LiveSettings settings;
    ConversationEngine engine;
    Switchboard board;
    Hub hub;
    int port;

    /** The environment that the hub is started in. */
    Map<String, String> environment() {
        return Map.of("PORT", "0");
    }

    @BeforeEach
    void open() throws IOException {
        database = Database.open(directory);
        Environment environment = Environment.of(environment());
        settings = LiveSettings.open(directory, environment);
        engine =
                new ConversationEngine(
                        database.conversations(), model, conversation -> PLAN, clock);
        engine.recover();
        board =
                new Switchboard(
                        engine,
                        database.channels(),
                        settings,
                        secrets,
                        new SystemTimers(),
                        Senses.SIGHT,
                        List.of());
        hub = new Hub(parts());
        change(this::chosen);
        port = started();
    }

    HubParts parts() {
        return new HubParts(
                engine,
                model,
                database.usage(),
                new HubParts.Channels(
                        path -> Optional.ofNullable(webhooks.get(path)),
                        database.channels(),
                        board),
                settings,
                secrets,
                Optional.ofNullable(environment().get("PROSA_API_KEY")),
                Optional.ofNullable(environment().get("PROSA_KEYSTORE_PASSWORD")),
                clock,
                "1.2.3");
    }

    /** What the hub starts with. */
    HubSettings chosen(HubSettings usual) {
        return usual;
    }

    final int started() {
        return assertInstanceOf(HubState.On.class, hub.start()).address().getPort();
    }

    final void change(UnaryOperator<HubSettings> change) {
        settings.update(all -> all.with(change.apply(all.hub())));
    }

    @AfterEach
    void close() {
        hub.close();
        board.close();
        engine.close();
        database.close();
    }

    Wire.Call get(String path) {
        return new Wire.Call(port, "GET", path);
    }

    Wire.Call call(String method, String path) {
        return new Wire.Call(port, method, path);
    }

    Wire.Call post(String path, String json) {
        return new Wire.Call(port, "POST", path).json(json);
    }

    Wire.Call chat(String user, String text) {
        return post("/api/chat", message(user, text));
    }

    Wire.Call chat(String user, String text, String messageId) {
        String json = message(user, text);
        return post(
                "/api/chat",
                json.substring(0, json.length() - 1) + ",\"message_id\":\"" + messageId + "\"}");
    }

    static String message(String user, String text) {
        return "{\"user_id\":\"%s\",\"channel\":\"web\",\"text\":\"%s\"}".formatted(user, text);
    }

    /** Waits for what another thread is about to make true. */
    static void waitFor(BooleanSupplier condition) {
        long until = System.nanoTime() + SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertFalse(System.nanoTime() > until, "it never came true");
            Thread.onSpinWait();
        }
    }

    /** Secrets in memory. */
    static final class KeptSecrets implements Secrets {
        private final Map<String, String> kept = new ConcurrentHashMap<>();

        @Override
        public Optional<String> get(String name) {
            return Optional.ofNullable(kept.get(name));
        }

        @Override
        public void put(String name, String secret) {
            kept.put(name, secret);
        }

        @Override
        public void remove(String name) {
            kept.remove(name);
        }

        @Override
        public Place place() {
            return Place.MEMORY;
        }
    }
}
