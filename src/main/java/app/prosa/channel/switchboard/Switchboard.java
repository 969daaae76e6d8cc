package app.prosa.channel.switchboard;

import app.prosa.channel.Channel;
import app.prosa.channel.Inbound;
import app.prosa.channel.Opener;
import app.prosa.channel.Route;
import app.prosa.channel.Webhook;
import app.prosa.channel.inbound.Reception;
import app.prosa.channel.inbound.Rules;
import app.prosa.channel.inbound.Rush;
import app.prosa.channel.outbound.Courier;
import app.prosa.channel.time.Timers;
import app.prosa.channel.turns.Answering;
import app.prosa.conversation.Author;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationEvent;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.Mode;
import app.prosa.conversation.Senses;
import app.prosa.conversation.Subscription;
import app.prosa.conversation.delivery.Arrived;
import app.prosa.conversation.delivery.ChannelDesk;
import app.prosa.conversation.delivery.ChannelStore;
import app.prosa.conversation.delivery.Correspondent;
import app.prosa.conversation.delivery.Standing;
import app.prosa.settings.Language;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.Secrets;
import app.prosa.settings.Settings;
import app.prosa.settings.channels.ChannelControl;
import app.prosa.settings.channels.ChannelFacts;
import app.prosa.settings.channels.ChannelRules;
import app.prosa.settings.channels.ChannelState;
import app.prosa.settings.channels.ChannelsSettings;
import app.prosa.settings.channels.Checked;
import app.prosa.settings.channels.Door;
import app.prosa.settings.channels.Platform;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * All channels: the one door to them. Follows the settings, and brings together what comes in, what
 * answers, and what goes out.
 */
public final class Switchboard implements ChannelControl, ChannelDesk, AutoCloseable {
    private static final Duration LONGEST_RUSH = Duration.ofSeconds(2);
    private static final Duration SHORTLY = Duration.ofMillis(50);

    private final String owner = UUID.randomUUID().toString();
    private final ConversationEngine engine;
    private final ChannelStore store;
    private final LiveSettings settings;
    private final Secrets secrets;
    private final Timers timers;
    private final Senses senses;
    private final Ways ways = new Ways(this);
    private final Reception reception;
    private final Rush rush = new Rush(LONGEST_RUSH, SHORTLY);
    private final Answering answering;
    private final Map<Platform, Line> lines = new EnumMap<>(Platform.class);
    private final Map<Platform, Opener> openers = new EnumMap<>(Platform.class);
    private final Decisions decisions;
    private final Facts facts;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final LiveSettings.Subscription settingsSubscription;
    private final Subscription eventSubscription;

    /**
     * @param timers closed with this
     */
    public Switchboard(
            ConversationEngine engine,
            ChannelStore store,
            LiveSettings settings,
            Secrets secrets,
            Timers timers,
            Senses senses,
            List<Opener> platforms) {
        this.engine = engine;
        this.store = store;
        this.settings = settings;
        this.secrets = secrets;
        this.timers = timers;
        this.senses = senses;
        this.reception = new Reception(engine, store, timers, new Hearing());
        this.answering = new Answering(engine, store, timers, ways);
        for (Opener opener : platforms) {
            openers.put(opener.platform(), opener);
            lines.put(opener.platform(), new Line(opener, new Trunk()));
        }
        this.decisions = new Decisions(engine, store, timers);
        this.facts = new Facts(store, timers);
        this.settingsSubscription = settings.subscribe(this::onSettings);
        this.eventSubscription = engine.subscribe(this::onEvent);
    }

    /** Opens what is switched on, and takes up what was left undone. Returns at once. */
    public void begin() {
        answering.begin();
        new Forgetting(store.outbox(), timers).begin();
        for (Line line : lines.values()) {
            Thread.ofVirtual().name("channel-open").start(line::begin);
        }
    }

    /** What answers a platform's call of this path; empty where nothing is mounted there. */
    public Optional<Webhook> webhook(String path) {
        return lines.values().stream().flatMap(line -> line.webhook(path).stream()).findFirst();
    }

    /** All paths that there can be a webhook at. */
    public static List<String> paths() {
        return Stream.concat(
                        Arrays.stream(Platform.values()).map(Platform::webhookPath),
                        Stream.of(Platform.TWILIO_STATUS_PATH))
                .toList();
    }

    // Conversations

    @Override
    public void approve(ConversationId conversation) {
        decisions.approve(conversation);
        answering.look();
    }

    @Override
    public void block(ConversationId conversation) {
        decisions.block(conversation);
    }

    @Override
    public void release(ConversationId conversation, boolean answer) {
        decisions.release(conversation, answer);
        answering.look();
    }

    @Override
    public void resend(MessageId message) {
        decisions.resend(message);
        wakeAll();
    }

    // What the operator sees of them

    @Override
    public ChannelState state(Platform platform) {
        Line line = lines.get(platform);
        return line == null ? new ChannelState.Off() : line.state();
    }

    @Override
    public ChannelFacts facts(Platform platform) {
        Line line = lines.get(platform);
        return line == null ? ChannelFacts.NONE : facts.of(line);
    }

    @Override
    public Listening listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Checked test(Platform platform) {
        Opener opener = openers.get(platform);
        return opener == null
                ? new Checked.Failed(ChannelState.Problem.UNEXPECTED, "")
                : Check.of(opener, setting());
    }

    @Override
    public void takeOver(Platform platform) {
        Line line = lines.get(platform);
        if (line != null) {
            line.takeOver();
        }
    }

    @Override
    public void secretsChanged(Platform platform) {
        reopen(platform);
    }

    private void reopen(Platform platform) {
        Line line = lines.get(platform);
        if (line != null) {
            Thread.ofVirtual().name("channel-open").start(line::reopen);
        }
    }

    private void onSettings(LiveSettings.Change change) {
        ChannelsSettings before = change.before().channels();
        ChannelsSettings after = change.after().channels();
        boolean moved =
                !change.before().hub().publicAddress().equals(change.after().hub().publicAddress());
        for (Platform platform : Platform.values()) {
            if (moved || Connection.of(before, platform).differs(after, platform)) {
                reopen(platform);
            } else if (after.rules(platform).door() != before.rules(platform).door()) {
                timers.at(timers.now(), () -> letIn(platform));
            }
        }
    }

    /** Where everybody may talk, nobody waits at the door. */
    private void letIn(Platform platform) {
        Line line = lines.get(platform);
        boolean open = settings.current().channels().rules(platform).door() == Door.EVERYONE;
        if (line != null && open) {
            line.connected()
                    .map(connected -> connected.channel().route().account())
                    .ifPresent(account -> {
                        decisions.openDoor(account);
                        changed();
                    });
        }
    }

    /** What the operator wrote by hand is in the outbox. */
    private void onEvent(ConversationEvent event) {
        if (event instanceof ConversationEvent.MessageAdded added
                && added.message().author() == Author.OPERATOR) {
            timers.at(timers.now(), this::wakeAll);
        }
    }

    private void wakeAll() {
        lines.values().forEach(line -> line.connected().ifPresent(c -> c.courier().wake()));
    }

    private void wake(String account) {
        lines.values().stream()
                .flatMap(line -> line.connected().stream())
                .filter(c -> c.channel().route().account().equals(account))
                .forEach(c -> c.courier().wake());
    }

    /** The channel that reaches somebody, if it is open. */
    Optional<Channel> way(Correspondent to) {
        return lines.values().stream()
                .flatMap(line -> line.connected().stream())
                .map(Line.Connected::channel)
                .filter(c -> c.route().account().equals(to.address().account()))
                .findFirst();
    }

    Rush rush() {
        return rush;
    }

    ConversationEngine engine() {
        return engine;
    }

    ChannelStore store() {
        return store;
    }

    Timers timers() {
        return timers;
    }

    Senses senses() {
        return senses;
    }

    /** A channel without a language of its own has the program's. */
    Rules rules(Platform platform) {
        Settings now = settings.current();
        ChannelRules chosen = now.channels().rules(platform);
        boolean own = chosen.language() != Language.SYSTEM;
        ChannelRules rules = own ? chosen : chosen.withLanguage(now.general().language());
        return new Rules(rules, now.channels().paused());
    }

    void outgoing(Correspondent to) {
        wake(to.address().account());
    }

    private Opener.Setting setting() {
        var now = settings.current();
        return new Opener.Setting(
                now.channels(), secrets, now.hub().publicAddress(), timers, store.leases(), owner);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    /** What comes in goes on from here. */
    private final class Hearing implements Reception.Listener {
        @Override
        public void due(Arrived arrived) {
            if (arrived.due() != null) {
                answering.due(arrived.correspondent().conversation(), arrived.due());
            }
        }

        @Override
        public void outgoing(String account) {
            wake(account);
        }

        @Override
        public void heard(Route route, Arrived arrived) {
            boolean byHand = arrived.received().conversation().mode() != Mode.AUTO;
            if (byHand && arrived.correspondent().standing() == Standing.ADMITTED) {
                ways.fetchMediaSoon(arrived.correspondent());
            }
            changed();
        }
    }

    /** What the lines hang on. */
    private final class Trunk implements Line.Exchange {
        @Override
        public Opener.Setting setting() {
            return Switchboard.this.setting();
        }

        @Override
        public boolean isOn(Platform platform) {
            return settings.current().channels().rules(platform).enabled();
        }

        @Override
        public Timers timers() {
            return timers;
        }

        @Override
        public void take(Route route, Inbound inbound) {
            rush.take(() -> reception.take(route, rules(route.platform()), inbound));
        }

        @Override
        public Courier courier(Channel channel, Courier.Watcher watcher) {
            return new Courier(channel, engine, store, timers, watcher);
        }

        @Override
        public void opened(Route route) {
            timers.at(timers.now(), () -> letIn(route.platform()));
            answering.look();
            store.correspondents().expect();
        }

        @Override
        public void changed() {
            Switchboard.this.changed();
        }
    }

    @Override
    public void close() {
        settingsSubscription.close();
        eventSubscription.close();
        lines.values().forEach(Line::close);
        answering.close();
        timers.close();
    }
}
