package app.prosa.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.switchboard.Switchboard;
import app.prosa.channel.telegram.FakeTelegram;
import app.prosa.channel.telegram.TelegramOpener;
import app.prosa.channel.time.SystemTimers;
import app.prosa.channel.time.Timers;
import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.Message;
import app.prosa.conversation.ModelRef;
import app.prosa.conversation.Senses;
import app.prosa.conversation.TurnPlan;
import app.prosa.conversation.delivery.ChannelStore;
import app.prosa.conversation.delivery.Outbox;
import app.prosa.settings.Environment;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.Secrets;
import app.prosa.settings.Settings;
import app.prosa.settings.channels.ChannelRules;
import app.prosa.settings.channels.ChannelSecrets;
import app.prosa.settings.channels.Door;
import app.prosa.settings.channels.Platform;
import app.prosa.settings.hub.HubState;
import app.prosa.storage.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A hub with all its parts whose Telegram brings its updates, over a model that takes 300 ms for an
 * answer.
 */
final class ChannelHub implements AutoCloseable {
    /** What Telegram sends back with each update; it stays the same over restarts. */
    static final String SECRET = "known-to-the-test";

    /** The account of {@link FakeTelegram}. */
    static final String ACCOUNT = "telegram:" + FakeTelegram.BOT.id();

    private static final int MODEL_MILLIS = 300;
    private static final int QUIET_MILLIS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    final Database database;
    final ConversationEngine engine;
    final Switchboard board;
    private final Object heard = new Object();
    private final Hub hub;
    private final int port;

    /**
     * @param telegram where its Bot API is
     */
    ChannelHub(Path directory, String telegram) throws IOException {
        this(directory, telegram, new SystemTimers(), MODEL_MILLIS);
    }

    /**
     * @param timers closed with this
     * @param modelMillis how long the model takes for an answer
     */
    ChannelHub(Path directory, String telegram, Timers timers, int modelMillis) throws IOException {
        database = Database.open(directory);
        LiveSettings settings = LiveSettings.open(directory, Environment.of(Map.of("PORT", "0")));
        Instant since = timers.now().minus(Duration.ofHours(1));
        settings.update(all -> chosen(all, telegram, since));
        TurnPlan plan = new TurnPlan(new ModelRef("test", "m"), "", null, null, 1_000);
        CoveringModel model = new CoveringModel(modelMillis);
        engine = new ConversationEngine(database.conversations(), model, _ -> plan, clock(timers));
        engine.recover();
        board =
                new Switchboard(
                        engine,
                        database.channels(),
                        settings,
                        secrets(),
                        timers,
                        Senses.SIGHT,
                        List.of(new TelegramOpener()));
        engine.subscribe(_ -> wake());
        board.listen(this::wake);
        hub =
                new Hub(
                        new HubParts(
                                engine,
                                model,
                                database.usage(),
                                new HubParts.Channels(board::webhook, database.channels(), board),
                                settings,
                                new HubRig.KeptSecrets(),
                                Optional.empty(),
                                Optional.empty(),
                                Clock.systemUTC(),
                                "1"));
        port = hub.start() instanceof HubState.On on ? on.address().getPort() : -1;
    }

    private static Clock clock(Timers timers) {
        return new Clock() {
            @Override
            public Instant instant() {
                return timers.now();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    private static Settings chosen(Settings all, String telegram, Instant since) {
        ChannelRules rules =
                ChannelRules.PERSONAL
                        .switched(true, since)
                        .withDoor(Door.EVERYONE)
                        .withQuietMillis(QUIET_MILLIS)
                        .withHourlyPerPerson(0);
        return all.with(all.hub().withPublicUrl("https://hub.example"))
                .with(
                        all.channels()
                                .with(
                                        all.channels()
                                                .telegram()
                                                .withBaseUrl(telegram)
                                                .withWebhook(true)
                                                .withRules(rules)));
    }

    private static Secrets secrets() {
        Secrets secrets = new HubRig.KeptSecrets();
        secrets.put(ChannelSecrets.token(Platform.TELEGRAM), FakeTelegram.TOKEN);
        secrets.put(ChannelSecrets.webhookSecret(Platform.TELEGRAM), SECRET);
        return secrets;
    }

    int port() {
        return port;
    }

    /** Opens the channel; returns at once. */
    void begin() {
        board.begin();
    }

    boolean isOpen() {
        return board.webhook(Platform.TELEGRAM.webhookPath()).isPresent();
    }

    /** Nothing is due, and nothing waits to be sent. */
    boolean isDone() {
        ChannelStore channels = database.channels();
        return channels.turns().earliest(1).isEmpty()
                && channels.outbox().next(ACCOUNT).isEmpty()
                && counts().waiting() == 0;
    }

    Outbox.Counts counts() {
        return database.channels().outbox().counts(ACCOUNT, Instant.EPOCH);
    }

    /** What somebody and the hub said to each other; nothing where they never did. */
    List<Message> path(long person) {
        return engine.conversations()
                .find(ChannelKind.TELEGRAM, Long.toString(person))
                .map(found -> engine.conversations().path(found.id(), 0, found.size()))
                .orElse(List.of());
    }

    /** Waits for the condition; it is looked at whenever something happened, and now and then. */
    void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, this::standing);
            synchronized (heard) {
                heard.wait(50);
            }
        }
    }

    /** What is left to be done. */
    String standing() {
        return "waited in vain: due %s, %s"
                .formatted(database.channels().turns().earliest(5), counts());
    }

    private void wake() {
        synchronized (heard) {
            heard.notifyAll();
        }
    }

    @Override
    public void close() {
        hub.close();
        board.close();
        engine.close();
        database.close();
    }
}
