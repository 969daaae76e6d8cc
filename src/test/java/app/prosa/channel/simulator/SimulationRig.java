package app.prosa.channel.simulator;

import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.instagram.InstagramOpener;
import app.prosa.channel.messenger.MessengerOpener;
import app.prosa.channel.switchboard.Switchboard;
import app.prosa.channel.telegram.TelegramOpener;
import app.prosa.channel.time.SystemTimers;
import app.prosa.channel.whatsapp.WhatsAppOpener;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationEvent;
import app.prosa.conversation.ConversationEvent.CorrespondentChanged;
import app.prosa.conversation.ConversationEvent.DeliveryChanged;
import app.prosa.conversation.ConversationStore.Query;
import app.prosa.conversation.Message;
import app.prosa.conversation.ModelRef;
import app.prosa.conversation.ScriptedModel;
import app.prosa.conversation.Senses;
import app.prosa.conversation.TurnPlan;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.settings.Environment;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.Secrets;
import app.prosa.settings.channels.ChannelState;
import app.prosa.settings.channels.ChannelsSettings;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** A simulated platform before a hub with a real store and a scripted model. */
final class SimulationRig implements AutoCloseable {
    private static final TurnPlan PLAN =
            new TurnPlan(new ModelRef("test", "model"), "", null, null, 10);

    final ScriptedModel model = new ScriptedModel();
    final List<Screen.Shown> shown = new CopyOnWriteArrayList<>();
    final List<DeliveryState> states = new CopyOnWriteArrayList<>();
    final List<Boolean> reachable = new CopyOnWriteArrayList<>();
    final Simulation simulation;
    final ConversationEngine engine;
    private final Database database;
    private final Switchboard board;
    private final Object heard = new Object();

    SimulationRig(Path directory, Account account) throws IOException {
        this(directory, account, settings -> settings);
    }

    SimulationRig(Path directory, Account account, UnaryOperator<ChannelsSettings> changed)
            throws IOException {
        this.simulation = Simulation.open(account, this::onShown);
        LiveSettings settings = LiveSettings.open(directory, Environment.of(Map.of()));
        Instant since = Instant.now().minus(Duration.ofHours(1));
        settings.update(all ->
                all.with(all.hub().withPublicUrl("https://hub.invalid"))
                        .with(
                                changed.apply(
                                        account.over(
                                                all.channels(), simulation.address(), since))));
        this.database = Database.open(directory);
        this.engine =
                new ConversationEngine(
                        database.conversations(), model, _ -> PLAN, Clock.systemUTC());
        this.engine.subscribe(this::onEvent);
        this.board =
                new Switchboard(
                        engine,
                        database.channels(),
                        settings,
                        new Kept(account.secrets()),
                        new SystemTimers(),
                        Senses.SIGHT,
                        List.of(
                                new TelegramOpener(),
                                new WhatsAppOpener(),
                                new InstagramOpener(),
                                new MessengerOpener()));
        simulation.connect(board::webhook);
        board.begin();
        await(() -> board.state(account.platform()) instanceof ChannelState.On);
    }

    private void onShown(Screen.Shown what) {
        shown.add(what);
        ring();
    }

    private void onEvent(ConversationEvent event) {
        if (event instanceof DeliveryChanged changed) {
            states.add(changed.delivery().state());
        }
        if (event instanceof CorrespondentChanged changed) {
            reachable.add(changed.correspondent().reachable());
        }
        ring();
    }

    private void ring() {
        synchronized (heard) {
            heard.notifyAll();
        }
    }

    Customer customer() {
        return simulation.customer();
    }

    List<String> texts() {
        return shown.stream()
                .filter(Screen.Text.class::isInstance)
                .map(text -> ((Screen.Text) text).text())
                .toList();
    }

    /** What is kept of the conversation with the customer. */
    List<Message> path() {
        return engine.conversations().page(Query.ALL, null, 1).stream()
                .flatMap(c -> engine.conversations().path(c.id(), 0, c.size()).stream())
                .toList();
    }

    /** Another one posts to this hub. */
    void connect(Simulation other) {
        other.connect(board::webhook);
    }

    /** Waits until an answer is there, and the hub knows that it is. */
    void awaitAnswer() {
        await(() -> !texts().isEmpty() && states.contains(DeliveryState.SENT));
    }

    /** Waits for the condition; it is looked at whenever something happened, and now and then. */
    void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        synchronized (heard) {
            while (!condition.getAsBoolean()) {
                assertTrue(System.nanoTime() < end, () -> "waited in vain: " + shown + states);
                try {
                    heard.wait(20);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    @Override
    public void close() {
        board.close();
        engine.close();
        database.close();
        simulation.close();
    }

    /** Secrets in memory. */
    private record Kept(Map<String, String> secrets) implements Secrets {
        Kept {
            secrets = new ConcurrentHashMap<>(secrets);
        }

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
