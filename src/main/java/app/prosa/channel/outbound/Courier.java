package app.prosa.channel.outbound;

import app.prosa.channel.Channel;
import app.prosa.channel.Refusal;
import app.prosa.channel.text.Rendering;
import app.prosa.channel.time.Timers;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.StoreException;
import app.prosa.conversation.delivery.ChannelStore;
import app.prosa.conversation.delivery.Outbox;
import app.prosa.conversation.delivery.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is in the outbox of one account: the parts of a conversation one after the other,
 * conversations side by side, and no faster than the platform allows.
 */
public final class Courier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private static final int AT_ONCE = 64;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);
    private static final Duration STORE_PAUSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(3);

    private final Channel channel;
    private final Outbox outbox;
    private final Timers timers;
    private final Pace pace;
    private final Outage outage = new Outage();
    private final Effects effects;
    private final Dispatch dispatch;
    private final Set<ConversationId> sending = ConcurrentHashMap.newKeySet();
    private final Semaphore hands = new Semaphore(AT_ONCE);
    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile Timers.Timer alarm = Timers.Timer.NONE;
    private volatile boolean begun;
    private volatile boolean stopped;

    /** Hears how sending goes. */
    public interface Watcher {
        /** Something has gone out. */
        void sent();

        /** The platform takes nothing at the moment; it is asked again. */
        void stuck(Refusal.Retry refusal);

        /** It works again. */
        void flows();

        /** Nothing will, until the operator has put something right. */
        void broken(Refusal.FixMe refusal);
    }

    public Courier(
            Channel channel,
            ConversationEngine engine,
            ChannelStore store,
            Timers timers,
            Watcher watcher) {
        this.channel = channel;
        this.outbox = store.outbox();
        this.timers = timers;
        this.pace = new Pace(channel.route());
        this.effects = new Effects(watcher);
        this.dispatch = new Dispatch(channel, engine, store, timers, effects);
    }

    private String account() {
        return channel.route().account();
    }

    /**
     * Takes up what a program that ended left behind. Before that nothing is sent: what we are
     * sending ourselves would look the same.
     */
    public void begin() {
        try {
            takeUp();
            begun = true;
            wake();
        } catch (StoreException e) {
            LOG.warn("The outbox cannot be taken up: {}", e.getMessage());
            setAlarm(timers.now().plus(STORE_PAUSE), this::begin);
        }
    }

    private void takeUp() {
        Instant later = timers.now().plus(Dispatch.BEFORE_LOOKING);
        for (Part part : outbox.interrupted(account())) {
            dispatch.interrupted(part, later);
        }
    }

    /** Something may be ready. Returns at once. */
    public void wake() {
        asked.set(true);
        if (begun && !stopped && looking.compareAndSet(false, true)) {
            timers.at(timers.now(), this::look);
        }
    }

    private void look() {
        Instant next = timers.now().plus(LOOK_EVERY);
        try {
            while (asked.getAndSet(false) && !stopped) {
                next = start(next);
            }
        } catch (StoreException e) {
            LOG.warn("The outbox cannot be read: {}", e.getMessage());
            next = timers.now().plus(STORE_PAUSE);
        } finally {
            setAlarm(next, this::wake); // before the next one looks, who may set it sooner
            looking.set(false);
            if (asked.get()) {
                wake();
            }
        }
    }

    private synchronized void setAlarm(Instant at, Runnable task) {
        alarm.cancel();
        if (!stopped) {
            alarm = timers.at(at, task);
        }
    }

    private synchronized void silence() {
        alarm.cancel();
    }

    /** Starts what may go out now or very soon; returns when to look again. */
    private Instant start(Instant latest) {
        Instant now = timers.now();
        Instant open = pace.opening(now);
        if (open.isAfter(now)) {
            return open.isBefore(latest) ? open : latest;
        }
        Instant again = latest;
        boolean started = false;
        for (Part part : outbox.ready(account(), now, AT_ONCE)) {
            if (sending.size() < AT_ONCE && sending.add(part.conversation())) {
                Pace.Place place = place(part, timers.now());
                if (place.taken()) {
                    timers.at(place.at(), () -> carry(part));
                    started = true;
                } else {
                    sending.remove(part.conversation());
                    again = place.at().isBefore(again) ? place.at() : again;
                }
            }
        }
        // What was started wakes us when it is done, and what is ready was told when to ask again.
        // To ask for the next costs as much as many wait.
        return started ? again : next(now, again);
    }

    /** When the time of what is not ready comes, if that is sooner. */
    private Instant next(Instant now, Instant again) {
        Optional<Instant> soonest = outbox.next(account());
        if (soonest.isEmpty() && outage.mayEnd(now)) {
            timers.at(now, this::askForNobody);
        }
        return soonest.filter(now::isBefore).filter(again::isAfter).orElse(again);
    }

    /** Nothing waits that could find out whether an outage is over. */
    private void askForNobody() {
        try {
            Optional<Refusal> refusal = channel.ask();
            if (!(refusal.orElse(null) instanceof Refusal.Retry)) {
                effects.works();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Pace.Place place(Part part, Instant now) {
        if (part.isWhole()) {
            return new Pace.Place(now, true);
        }
        if (!outage.lets(part, now)) {
            Instant until = outage.until(); // in the past while another part asks for all
            return new Pace.Place(until.isAfter(now) ? until : now.plus(LOOK_EVERY), false);
        }
        Pace.Place place = pace.take(part.address(), now);
        if (!place.taken()) {
            outage.came(part);
        }
        return place;
    }

    private boolean mayGo(Part part) {
        Instant now = timers.now();
        return part.isWhole() || (!pace.isPaused(now) && outage.lets(part, now));
    }

    private void carry(Part part) {
        boolean done = false;
        hands.acquireUninterruptibly();
        try {
            if (!stopped && mayGo(part)) {
                carryNow(part);
            }
            done = true;
        } catch (StoreException e) {
            LOG.warn("The outbox cannot be written: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the part is found in the middle by the next start
        } finally {
            hands.release();
            outage.came(part);
            // What cannot be carried is not tried over and over without a pause.
            Instant now = timers.now();
            timers.at(done ? now : now.plus(STORE_PAUSE), () -> carried(part));
        }
    }

    private void carryNow(Part part) throws InterruptedException {
        if (part.isWhole()) {
            outbox.split(part.id(), parts(part));
        } else {
            dispatch.send(part);
        }
    }

    private List<Part.Text> parts(Part whole) {
        return Rendering.of(whole.markup(), channel.route().style()).stream()
                .map(text -> new Part.Text(text.markup(), text.plain()))
                .toList();
    }

    private void carried(Part part) {
        sending.remove(part.conversation());
        wake();
    }

    /** What the end of a sending says of the next ones. */
    private final class Effects implements Dispatch.Effects {
        private final Watcher watcher;

        Effects(Watcher watcher) {
            this.watcher = watcher;
        }

        @Override
        public void works() {
            if (outage.over()) {
                watcher.flows();
            }
        }

        @Override
        public void sent() {
            watcher.sent();
        }

        @Override
        public Instant failed(Part part, Refusal.Retry refusal) {
            Instant now = timers.now();
            Duration asked = refusal.after();
            Instant least = asked == null ? Instant.MIN : now.plus(asked);
            if (refusal.cause() == Refusal.Retry.Cause.SLOW_DOWN) {
                pace.pause(now.plus(Patience.after(refusal, part.tries())));
            }
            if (outage.failed(part, least, now)) {
                watcher.stuck(refusal);
            }
            return outage.until();
        }

        @Override
        public void broken(Refusal.FixMe refusal) {
            stopped = true;
            watcher.broken(refusal);
        }
    }

    /**
     * Nothing more begins to be sent. What is being sent is awaited for some seconds: if its
     * channel closed meanwhile, nobody would know whether it has arrived, and it would be sent
     * twice.
     */
    @Override
    public void close() {
        stopped = true;
        silence();
        try {
            if (hands.tryAcquire(AT_ONCE, PATIENCE_AT_CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
                hands.release(AT_ONCE); // whoever comes later sees that all is over
            } else {
                LOG.info("{} is left in the middle of a sending", account());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
