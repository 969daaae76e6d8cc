package app.prosa.channel.switchboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.Opener;
import app.prosa.channel.media.Candid;
import app.prosa.channel.telegram.FakeSent;
import app.prosa.channel.telegram.FakeTelegram;
import app.prosa.channel.telegram.TelegramOpener;
import app.prosa.channel.time.SystemTimers;
import app.prosa.channel.time.Timers;
import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationStore.Query;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.ModelRef;
import app.prosa.conversation.ScriptedModel;
import app.prosa.conversation.TurnPlan;
import app.prosa.conversation.delivery.Correspondent;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.settings.Environment;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.Secrets;
import app.prosa.settings.channels.ChannelRules;
import app.prosa.settings.channels.ChannelSecrets;
import app.prosa.settings.channels.ChannelState;
import app.prosa.settings.channels.Door;
import app.prosa.settings.channels.Platform;
import app.prosa.storage.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The channels over a real store and engine, a scripted model and a strict Telegram. */
@SuppressWarnings("NullAway.Init")
abstract class BoardRig {
    static final long ANA = 501;
    private static final TurnPlan PLAN =
            new TurnPlan(new ModelRef("test", "model"), "", null, null, 10);

    @TempDir Path directory;
    final ScriptedModel model = new ScriptedModel();
    final FakeSenses senses = new FakeSenses();
    final Map<String, String> secrets = new ConcurrentHashMap<>();
    FakeTelegram telegram;
    Database database;
    LiveSettings settings;
    ConversationEngine engine;
    Switchboard board;
    private final Object heard = new Object();

    @BeforeEach
    void start() throws IOException {
        telegram = FakeTelegram.start(timers()::now);
        secrets.put(ChannelSecrets.token(Platform.TELEGRAM), FakeTelegram.TOKEN);
        settings = LiveSettings.open(directory, Environment.of(Map.of()));
        open();
    }

    void open() {
        database = Database.open(directory);
        engine =
                new ConversationEngine(
                        database.conversations(), new Candid(model), _ -> PLAN, clock());
        engine.recover();
        engine.subscribe(_ -> wake());
        board =
                new Switchboard(
                        engine,
                        database.channels(),
                        settings,
                        new Kept(),
                        timers(),
                        senses,
                        openers());
        board.listen(this::wake);
        board.begin();
    }

    List<Opener> openers() {
        return List.of(new TelegramOpener());
    }

    /** The system's; a board closes the ones that it was given. */
    Timers timers() {
        return new SystemTimers();
    }

    Clock clock() {
        return Clock.systemUTC();
    }

    /** Waits until nothing is due and nothing is on its way out. */
    void awaitQuiet() {
        await(() ->
                database.channels().turns().earliest(1).isEmpty()
                        && engine.conversations().page(Query.ALL, null, 100).stream()
                                .allMatch(this::isSent));
    }

    /** How many there are in all conversations. */
    int messages() {
        return engine.conversations().page(Query.ALL, null, 100).stream()
                .mapToInt(Conversation::size)
                .sum();
    }

    private boolean isSent(Conversation conversation) {
        List<MessageId> all =
                engine.conversations().path(conversation.id(), 0, conversation.size()).stream()
                        .map(Message::id)
                        .toList();
        return database.channels().outbox().deliveries(all).stream()
                .noneMatch(delivery -> isUnderWay(delivery.state()));
    }

    private static boolean isUnderWay(DeliveryState state) {
        return state == DeliveryState.PENDING || state == DeliveryState.SENDING;
    }

    private void wake() {
        synchronized (heard) {
            heard.notifyAll();
        }
    }

    @AfterEach
    void stop() {
        shut();
        telegram.close();
    }

    void shut() {
        board.close();
        engine.close();
        database.close();
    }

    /** Switches Telegram on, long enough ago that nothing counts as a backlog. */
    void switchOn(UnaryOperator<ChannelRules> rules) {
        Instant since = clock().instant().minus(Duration.ofHours(1));
        settings.update(all ->
                all.with(
                        all.channels()
                                .with(
                                        all.channels()
                                                .telegram()
                                                .withBaseUrl(telegram.baseUrl().toString())
                                                .withRules(
                                                        rules.apply(
                                                                ChannelRules.PERSONAL
                                                                        .switched(true, since)
                                                                        .withDoor(Door.EVERYONE)
                                                                        .withQuietMillis(100))))));
        awaitState(ChannelState.On.class);
    }

    void awaitState(Class<? extends ChannelState> state) {
        awaitState(Platform.TELEGRAM, state);
    }

    void awaitState(Platform platform, Class<? extends ChannelState> state) {
        await(() -> state.isInstance(board.state(platform)));
    }

    /** Waits for the condition; it is looked at whenever something happened, and now and then. */
    void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        synchronized (heard) {
            while (!condition.getAsBoolean()) {
                assertTrue(System.nanoTime() < end, "waited in vain");
                try {
                    heard.wait(20);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    Conversation conversation(long chat) {
        Optional<Conversation> found =
                engine.conversations().find(ChannelKind.TELEGRAM, Long.toString(chat));
        return found.orElseThrow();
    }

    Correspondent who() {
        return database.channels().correspondents().find(conversation(ANA).id()).orElseThrow();
    }

    boolean isKnown(long chat) {
        return engine.conversations().find(ChannelKind.TELEGRAM, Long.toString(chat)).isPresent();
    }

    List<Message> path(long chat) {
        Conversation of = conversation(chat);
        return engine.conversations().path(of.id(), 0, of.size());
    }

    List<String> sentTo(long chat) {
        return telegram.sent().stream()
                .filter(sent -> sent.chat() == chat)
                .map(FakeSent::visible)
                .toList();
    }

    void awaitSent(long chat, String... texts) {
        await(() -> sentTo(chat).size() >= texts.length);
        assertEquals(List.of(texts), sentTo(chat));
    }

    /** Secrets in memory. */
    private final class Kept implements Secrets {
        @Override
        public Optional<String> get(String name) {
            return Optional.ofNullable(secrets.get(name));
        }

        @Override
        public void put(String name, String secret) {
            secrets.put(name, secret);
        }

        @Override
        public void remove(String name) {
            secrets.remove(name);
        }

        @Override
        public Place place() {
            return Place.MEMORY;
        }
    }
}
