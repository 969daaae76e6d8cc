package app.prosa.channel.switchboard;

import app.prosa.channel.Channel;
import app.prosa.channel.Inbound;
import app.prosa.channel.Intake;
import app.prosa.channel.Opener;
import app.prosa.channel.Refusal;
import app.prosa.channel.Route;
import app.prosa.channel.Source;
import app.prosa.channel.Webhook;
import app.prosa.channel.outbound.Courier;
import app.prosa.channel.time.Timers;
import app.prosa.settings.SecretsException;
import app.prosa.settings.channels.ChannelState;
import app.prosa.settings.channels.ChannelState.Missing;
import app.prosa.settings.channels.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One platform: off, on, or being tried again. */
final class Line {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final Opener opener;
    private final Exchange exchange;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicInteger forged = new AtomicInteger();
    private volatile ChannelState state = new ChannelState.Off();
    private volatile @Nullable Connected connected;

    /**
     * By path. They stay while the line is opened anew, and while nothing can be sent: what a
     * platform delivers is taken in as long as it is signed, for not all of them bring it again.
     */
    private volatile Map<String, Webhook> mounted = Map.of();

    private volatile @Nullable Instant lastIn;
    private volatile @Nullable Instant lastOut;

    /** What is wrong with which way of a line that is open. */
    private final Map<Way, ChannelState> ways = new ConcurrentHashMap<>();

    private Timers.Timer retry = Timers.Timer.NONE;
    private final AtomicInteger failures = new AtomicInteger();
    private boolean closed;

    /** What a line is connected to. */
    interface Exchange {
        /** With the settings and secrets of this moment. */
        Opener.Setting setting();

        boolean isOn(Platform platform);

        Timers timers();

        void take(Route route, Inbound inbound);

        Courier courier(Channel channel, Courier.Watcher watcher);

        /** There is a way out to an account, again. */
        void opened(Route route);

        void changed();
    }

    /** An account in use. */
    record Connected(Channel channel, Source source, Courier courier) {}

    Line(Opener opener, Exchange exchange) {
        this.opener = opener;
        this.exchange = exchange;
    }

    Platform platform() {
        return opener.platform();
    }

    ChannelState state() {
        return state;
    }

    Optional<Connected> connected() {
        return Optional.ofNullable(connected);
    }

    int forged() {
        return forged.get();
    }

    @Nullable Instant lastIn() {
        return lastIn;
    }

    @Nullable Instant lastOut() {
        return lastOut;
    }

    Optional<Webhook> webhook(String path) {
        return Optional.ofNullable(mounted.get(path));
    }

    /** As {@link #reopen}, unless a change of the settings was faster. */
    void begin() {
        lock.lock();
        try {
            if (state instanceof ChannelState.Off) {
                reopen();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Closes what is open, and opens it by the settings of this moment. Waits for the platform. */
    void reopen() {
        lock.lock();
        try {
            disconnect();
            failures.set(0);
            if (!closed && exchange.isOn(platform())) {
                become(new ChannelState.Starting());
                Optional<Opener.Opening> opening = ask();
                if (!(opening.orElse(null) instanceof Opener.Open)) {
                    mounted = Map.of(); // the secrets may be others
                }
                opening.ifPresent(this::be);
            } else {
                mounted = Map.of();
                become(new ChannelState.Off());
            }
        } finally {
            lock.unlock();
        }
    }

    private void retry() {
        lock.lock();
        try {
            if (!closed && connected == null && exchange.isOn(platform())) {
                ask().ifPresent(this::be);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the platform. */
    private Optional<Opener.Opening> ask() {
        try {
            return Optional.of(opener.open(exchange.setting()));
        } catch (SecretsException e) {
            return Optional.of(new Opener.Incomplete(List.of(Missing.SECRETS_LOCKED)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void be(Opener.Opening opening) {
        switch (opening) {
            case Opener.Open open -> connect(open);
            case Opener.Incomplete(List<Missing> missing) ->
                    become(new ChannelState.Incomplete(missing));
            case Opener.Shut(Refusal refusal) -> shut(refusal);
        }
    }

    private void shut(Refusal refusal) {
        LOG.warn("{} could not be opened: {}", platform(), refusal.said());
        become(Problems.state(refusal));
        Duration asked = refusal instanceof Refusal.Retry again ? again.after() : null;
        Duration least = asked == null ? Duration.ZERO : asked;
        Duration pause = pause();
        Timers timers = exchange.timers();
        retry.cancel();
        retry =
                timers.at(
                        timers.now().plus(least.compareTo(pause) > 0 ? least : pause), this::retry);
    }

    /** What the operator has to put right may also be put right at the platform. */
    private Duration pause() {
        int doublings = Math.min(failures.getAndIncrement(), 6);
        Duration grown = FIRST_PAUSE.multipliedBy(1L << doublings);
        return grown.compareTo(LONGEST_PAUSE) < 0 ? grown : LONGEST_PAUSE;
    }

    private void connect(Opener.Open open) {
        Route route = open.channel().route();
        Intake intake = new Receiver(route);
        Map<String, Webhook> webhooks = new HashMap<>();
        open.webhooks().forEach((path, maker) -> webhooks.put(path, maker.into(intake)));
        Courier courier = exchange.courier(open.channel(), new Sending());
        ways.clear();
        connected = new Connected(open.channel(), open.source(), courier);
        mounted = Map.copyOf(webhooks);
        become(new ChannelState.On(route.name()));
        LOG.info("{} is on as {}", platform(), route.name());
        open.source().begin(intake, new Fetching());
        courier.begin();
        exchange.opened(route);
    }

    private void disconnect() {
        retry.cancel();
        Connected now = connected;
        connected = null;
        if (now != null) {
            now.source.close();
            now.courier.close();
            now.channel.close();
        }
    }

    /** Ends it for good. */
    void close() {
        lock.lock();
        try {
            closed = true; // whoever is about to open it comes too late
            disconnect();
            mounted = Map.of();
            become(new ChannelState.Off());
        } finally {
            lock.unlock();
        }
    }

    void takeOver() {
        connected().ifPresent(now -> now.source.takeOver());
    }

    /**
     * One way of a line that is open works, or does not: what is wrong stays until that way works.
     */
    private void goes(Way way, Optional<ChannelState> trouble) {
        Connected now = connected;
        if (now == null) {
            return;
        }
        synchronized (ways) {
            trouble.ifPresentOrElse(why -> ways.put(way, why), () -> ways.remove(way));
            ChannelState good = new ChannelState.On(now.channel.route().name());
            become(ways.getOrDefault(Way.IN, ways.getOrDefault(Way.OUT, good)));
        }
    }

    private enum Way {
        IN,
        OUT
    }

    private void become(ChannelState next) {
        if (!next.equals(state)) {
            state = next;
            exchange.changed();
        }
    }

    /** Where what the platform tells goes. */
    private final class Receiver implements Intake {
        private final Route route;

        Receiver(Route route) {
            this.route = route;
        }

        @Override
        public void take(Inbound inbound) {
            exchange.take(route, inbound);
            lastIn = exchange.timers().now();
        }

        @Override
        public void forged() {
            int count = forged.incrementAndGet();
            LOG.warn("A call of {}'s webhook was not signed by it ({})", platform(), count);
            exchange.changed();
        }
    }

    /** How fetching goes. */
    private final class Fetching implements Source.Watcher {
        @Override
        public void fine() {
            goes(Way.IN, Optional.empty());
        }

        @Override
        public void troubled(Source.Trouble trouble, String said) {
            goes(Way.IN, Optional.of(new ChannelState.Troubled(Problems.of(trouble), said)));
        }

        @Override
        public void broken(Refusal.FixMe refusal) {
            Line.this.broken(refusal);
        }
    }

    /** How sending goes. */
    private final class Sending implements Courier.Watcher {
        @Override
        public void sent() {
            lastOut = exchange.timers().now();
            failures.set(0);
        }

        @Override
        public void stuck(Refusal.Retry refusal) {
            goes(Way.OUT, Optional.of(Problems.state(refusal)));
        }

        @Override
        public void flows() {
            goes(Way.OUT, Optional.empty());
        }

        @Override
        public void broken(Refusal.FixMe refusal) {
            Line.this.broken(refusal);
        }
    }

    /** On a thread of its own: whoever reports it is closed by this. */
    private void broken(Refusal.FixMe refusal) {
        Thread.ofVirtual()
                .start(() -> {
                    lock.lock();
                    try {
                        if (connected != null) {
                            disconnect();
                            shut(refusal);
                        }
                    } finally {
                        lock.unlock();
                    }
                });
    }
}
