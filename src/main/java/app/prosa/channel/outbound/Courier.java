package app.prosa.channel.outbound;

import app.prosa.channel.Answer;
import app.prosa.channel.Channel;
import app.prosa.channel.Outgoing;
import app.prosa.channel.Refusal;
import app.prosa.channel.Route;
import app.prosa.channel.SendResult;
import app.prosa.channel.Troubles;
import app.prosa.channel.text.Rendering;
import app.prosa.channel.time.Timers;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationEvent.CorrespondentChanged;
import app.prosa.conversation.ConversationEvent.DeliveryChanged;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.StoreException;
import app.prosa.conversation.delivery.Address;
import app.prosa.conversation.delivery.ChannelStore;
import app.prosa.conversation.delivery.Correspondent;
import app.prosa.conversation.delivery.Delivery;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.conversation.delivery.Outbox;
import app.prosa.conversation.delivery.Part;
import app.prosa.conversation.delivery.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
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

    /** So long it may take until a platform shows what has arrived. */
    private static final Duration BEFORE_LOOKING = Duration.ofSeconds(20);

    /**
     * A program that ends while it sends says nothing of the message; one that made it end each
     * time would be sent for ever.
     */
    private static final int MOST_INTERRUPTED = 10;

    private final Channel channel;
    private final ConversationEngine engine;
    private final ChannelStore store;
    private final Outbox outbox;
    private final Timers timers;
    private final Watcher watcher;
    private final Pace pace;
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
        this.engine = engine;
        this.store = store;
        this.outbox = store.outbox();
        this.timers = timers;
        this.watcher = watcher;
        this.pace = new Pace(channel.route());
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
        Instant later = timers.now().plus(BEFORE_LOOKING);
        for (Part part : outbox.interrupted(account())) {
            Outbox.Outcome outcome =
                    part.tries() < MOST_INTERRUPTED
                            ? new Outbox.Unsure(later)
                            : new Outbox.Lost();
            tell(part.conversation(), outbox.settle(part.id(), outcome));
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
        Instant open = pace.opening(timers.now());
        if (open.isAfter(timers.now())) {
            return open.isBefore(latest) ? open : latest;
        }
        Instant again = latest;
        boolean started = false;
        for (Part part : outbox.ready(account(), timers.now(), AT_ONCE)) {
            if (sending.size() < AT_ONCE && sending.add(part.conversation())) {
                Instant now = timers.now();
                Pace.Place place =
                        part.isWhole() ? new Pace.Place(now, true) : pace.take(part.address(), now);
                if (place.taken()) {
                    timers.at(place.at(), () -> carry(part));
                    started = true;
                } else {
                    sending.remove(part.conversation());
                    again = place.at().isBefore(again) ? place.at() : again;
                }
            }
        }
        // What was started wakes us when it is done. To ask for the next costs as much as many
        // wait.
        return started ? again : outbox.next(account()).filter(again::isAfter).orElse(again);
    }

    private void carry(Part part) {
        boolean done = false;
        hands.acquireUninterruptibly();
        try {
            if (!stopped && (part.isWhole() || !pace.isPaused(timers.now()))) {
                carryNow(part);
            }
            done = true;
        } catch (StoreException e) {
            LOG.warn("The outbox cannot be written: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the part is found in the middle by the next start
        } finally {
            hands.release();
            // What cannot be carried is not tried over and over without a pause.
            Instant now = timers.now();
            timers.at(done ? now : now.plus(STORE_PAUSE), () -> carried(part));
        }
    }

    private void carryNow(Part part) throws InterruptedException {
        if (part.isWhole()) {
            outbox.split(part.id(), parts(part));
        } else {
            send(part);
        }
    }

    private void carried(Part part) {
        sending.remove(part.conversation());
        wake();
    }

    private List<Part.Text> parts(Part whole) {
        return Rendering.of(whole.markup(), channel.route().style()).stream()
                .map(text -> new Part.Text(text.markup(), text.plain()))
                .toList();
    }

    private void send(Part part) throws InterruptedException {
        if (part.state() == DeliveryState.UNKNOWN && isThere(part)) {
            return;
        }
        Optional<Correspondent> to = store.correspondents().find(part.conversation());
        Route route = channel.route();
        Duration window = part.byHand() ? route.windowByHand() : route.window();
        if (to.filter(who -> isOver(window, who)).isPresent()) {
            settle(part, new Outbox.Failed(Trouble.WINDOW_CLOSED));
            return;
        }
        Optional<Part> begun = outbox.begin(part.id(), timers.now());
        if (begun.isPresent()) {
            deliver(begun.get(), to.filter(who -> isOver(route.window(), who)).isPresent());
        } else {
            tell(part.conversation(), delivery(part));
        }
    }

    private Optional<Delivery> delivery(Part part) {
        return outbox.deliveries(List.of(part.message())).stream().findFirst();
    }

    private boolean isOver(@Nullable Duration window, Correspondent to) {
        Instant heard = to.heardAt();
        return window != null && heard != null && timers.now().isAfter(heard.plus(window));
    }

    /** Whether a part that may have arrived is settled by what the platform says. */
    private boolean isThere(Part part) throws InterruptedException {
        Optional<Answer<Channel.Found>> found = channel.find(part, part.createdAt());
        if (found.isPresent()
                && found.get() instanceof Answer.Given<Channel.Found>(Channel.Found answer)
                && answer instanceof Channel.There(String platformId)) {
            settle(part, new Outbox.Sent(platformId));
            return true;
        }
        return false;
    }

    private void deliver(Part part, boolean late) throws InterruptedException {
        SendResult result = channel.send(outgoing(part, true, late));
        if (result instanceof SendResult.Refused(Refusal refusal)
                && refusal instanceof Refusal.Markup) {
            result = channel.send(outgoing(part, false, late));
        }
        switch (result) {
            case SendResult.Sent(String platformId) -> {
                settle(part, new Outbox.Sent(platformId));
                watcher.sent();
            }
            case SendResult.Refused(Refusal refusal) -> refused(part, refusal);
            case SendResult.Unknown(String said) -> {
                LOG.info("A message may have arrived at {}: {}", account(), said);
                settle(part, unsure(part, timers.now().plus(BEFORE_LOOKING)));
            }
        }
    }

    private static Outgoing outgoing(Part part, boolean formatted, boolean late) {
        String text = formatted ? part.markup() : part.plain();
        return new Outgoing(
                part.address().chatId(), text, formatted, late, Long.toString(part.id()));
    }

    /** Nobody is told the same for a third time because a platform says nothing. */
    private static Outbox.Outcome unsure(Part part, Instant again) {
        return part.mayBeTwice() ? new Outbox.Lost() : new Outbox.Unsure(again);
    }

    private void refused(Part part, Refusal refusal) throws InterruptedException {
        Trouble why = Troubles.of(refusal);
        LOG.info("{} did not take a message: {} {}", account(), why, refusal.said());
        switch (refusal) {
            case Refusal.Retry retry -> retry(part, retry, why);
            case Refusal.Stop stop -> stop(part, stop, why);
            case Refusal.FixMe fix -> {
                // It waits; whoever puts it right has the channel opened anew.
                settle(part, new Outbox.Again(timers.now(), why));
                stopped = true;
                watcher.broken(fix);
            }
            case Refusal.Moved(String chatId, var _) -> {
                changed(store.correspondents().move(part.address(), chatId));
                settle(part, new Outbox.Again(timers.now(), why));
            }
            case Refusal.Markup markup -> settle(part, new Outbox.Failed(why));
        }
    }

    private void retry(Part part, Refusal.Retry retry, Trouble why) throws InterruptedException {
        Instant now = timers.now();
        if (Patience.isOver(part, now)) {
            settle(part, new Outbox.Failed(Trouble.TOO_LATE));
            return;
        }
        Instant at = now.plus(Patience.after(retry, part.tries()));
        if (retry.cause() == Refusal.Retry.Cause.SLOW_DOWN) {
            pace.pause(at);
        }
        settle(part, new Outbox.Again(at, why));
    }

    private void stop(Part part, Refusal.Stop stop, Trouble why) throws InterruptedException {
        settle(part, new Outbox.Failed(why));
        Address to = part.address();
        switch (stop.reason()) {
            case BLOCKED, BAD_ADDRESS -> changed(store.correspondents().setReachable(to, false));
            case OPTED_OUT ->
                    changed(store.correspondents().setOptedOut(part.conversation(), true));
            case WINDOW_CLOSED, TOO_LARGE, REJECTED -> {}
        }
    }

    /**
     * What became of a sending is known here and nowhere else, so it is said until the store takes
     * it: until then nothing more goes out in the conversation.
     */
    private void settle(Part part, Outbox.Outcome outcome) throws InterruptedException {
        boolean settled = false;
        while (!settled) {
            try {
                tell(part.conversation(), outbox.settle(part.id(), outcome));
                settled = true;
            } catch (StoreException e) {
                LOG.warn("What became of a message cannot be kept: {}", e.getMessage());
                pause();
            }
        }
    }

    private void pause() throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        timers.at(timers.now().plus(STORE_PAUSE), over::countDown);
        over.await();
    }

    private void tell(ConversationId conversation, Optional<Delivery> delivery) {
        delivery.ifPresent(d -> engine.publish(new DeliveryChanged(conversation, d)));
    }

    private void changed(Optional<Correspondent> correspondent) {
        correspondent.ifPresent(who -> engine.publish(new CorrespondentChanged(who)));
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
            if (!hands.tryAcquire(AT_ONCE, PATIENCE_AT_CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("{} is left in the middle of a sending", account());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
