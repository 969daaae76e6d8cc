package app.prosa.channel.outbound;

import app.prosa.channel.Answer;
import app.prosa.channel.Channel;
import app.prosa.channel.Outgoing;
import app.prosa.channel.Refusal;
import app.prosa.channel.Route;
import app.prosa.channel.SendResult;
import app.prosa.channel.Troubles;
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
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one part, and keeps what became of it. */
final class Dispatch {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    /** So long it may take until a platform shows what has arrived. */
    static final Duration BEFORE_LOOKING = Duration.ofSeconds(20);

    /**
     * A program that ends while it sends says nothing of the message; one that made it end each
     * time would be sent for ever.
     */
    private static final int MOST_INTERRUPTED = 10;

    private static final Duration STORE_PAUSE = Duration.ofSeconds(5);

    private final Channel channel;
    private final ConversationEngine engine;
    private final ChannelStore store;
    private final Outbox outbox;
    private final Timers timers;
    private final Effects effects;

    /** Hears what a sending says of the platform. */
    interface Effects {
        /** The platform did what it is there for, or said why it does not do it for this part. */
        void works();

        /** Something has gone out. */
        void sent();

        /**
         * A part was not taken, for no reason of its own.
         *
         * @return before when there is no sense in trying again; may be in the past
         */
        Instant failed(Part part, Refusal.Retry refusal);

        /** Nothing will go out until the operator has put something right. */
        void broken(Refusal.FixMe refusal);
    }

    Dispatch(
            Channel channel,
            ConversationEngine engine,
            ChannelStore store,
            Timers timers,
            Effects effects) {
        this.channel = channel;
        this.engine = engine;
        this.store = store;
        this.outbox = store.outbox();
        this.timers = timers;
        this.effects = effects;
    }

    private String account() {
        return channel.route().account();
    }

    /** A program that ended was sending it. */
    void interrupted(Part part, Instant later) {
        Outbox.Outcome outcome =
                part.tries() < MOST_INTERRUPTED ? new Outbox.Unsure(later) : new Outbox.Lost();
        tell(part.conversation(), outbox.settle(part.id(), outcome));
    }

    void send(Part part) throws InterruptedException {
        if (part.state() == DeliveryState.UNKNOWN && !isToBeSentAgain(part)) {
            return;
        }
        Optional<Correspondent> to = store.correspondents().find(part.conversation());
        Route route = channel.route();
        Duration window = part.byHand() ? route.windowByHand() : route.window();
        if (to.filter(who -> isOver(window, who)).isPresent()) {
            settle(part, new Outbox.Failed(Trouble.WINDOW_CLOSED));
            return;
        }
        if (Patience.isOver(part, timers.now())) {
            boolean sent = part.state() == DeliveryState.UNKNOWN;
            settle(part, sent ? new Outbox.Lost() : new Outbox.Failed(Trouble.TOO_LATE));
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

    /**
     * Whether a part that may have arrived is to be sent once more. Not while the platform does not
     * even say what it has: it would be the last time, and in vain.
     */
    private boolean isToBeSentAgain(Part part) throws InterruptedException {
        Optional<Answer<Channel.Found>> found = channel.find(part, part.createdAt());
        Optional<Refusal> whyNot = found.isEmpty() ? channel.ask() : found.get().whyNot();
        if (whyNot.isPresent() && whyNot.get() instanceof Refusal.Retry retry) {
            waitOn(part, retry);
            return false;
        }
        if (found.isPresent()
                && found.get() instanceof Answer.Given<Channel.Found>(Channel.Found answer)
                && answer instanceof Channel.There(String platformId)) {
            effects.works();
            settle(part, new Outbox.Sent(platformId));
            return false;
        }
        return true;
    }

    private void waitOn(Part part, Refusal.Retry refusal) throws InterruptedException {
        Instant later = later(part, refusal);
        boolean inVain = Patience.isOver(part, timers.now());
        settle(part, inVain ? new Outbox.Lost() : new Outbox.Unsure(later));
    }

    private Instant later(Part part, Refusal.Retry refusal) {
        Instant soon = timers.now().plus(BEFORE_LOOKING);
        Instant sense = effects.failed(part, refusal);
        return sense.isAfter(soon) ? sense : soon;
    }

    private void deliver(Part part, boolean late) throws InterruptedException {
        SendResult result = channel.send(outgoing(part, true, late));
        if (result instanceof SendResult.Refused(Refusal refusal)
                && refusal instanceof Refusal.Markup) {
            result = channel.send(outgoing(part, false, late));
        }
        switch (result) {
            case SendResult.Sent(String platformId) -> {
                effects.works();
                settle(part, new Outbox.Sent(platformId));
                effects.sent();
            }
            case SendResult.Refused(Refusal refusal) -> refused(part, refusal);
            case SendResult.Unknown(String said) -> {
                LOG.info("A message may have arrived at {}: {}", account(), said);
                Instant later =
                        later(part, new Refusal.Retry(Refusal.Retry.Cause.NETWORK, null, said));
                settle(part, unsure(part, later));
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
            case Refusal.Stop stop -> {
                effects.works();
                stop(part, stop, why);
            }
            case Refusal.FixMe fix -> {
                // It waits; whoever puts it right has the channel opened anew.
                settle(part, new Outbox.Again(timers.now(), why));
                effects.broken(fix);
            }
            case Refusal.Moved(String chatId, var _) -> {
                effects.works();
                changed(store.correspondents().move(part.address(), chatId));
                settle(part, new Outbox.Again(timers.now(), why));
            }
            case Refusal.Markup markup -> {
                effects.works();
                settle(part, new Outbox.Failed(why));
            }
        }
    }

    private void retry(Part part, Refusal.Retry retry, Trouble why) throws InterruptedException {
        Instant now = timers.now();
        effects.failed(part, retry);
        settle(
                part,
                Patience.isOver(part, now)
                        ? new Outbox.Failed(Trouble.TOO_LATE)
                        : new Outbox.Again(now.plus(Patience.after(retry, part.tries())), why));
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
}
