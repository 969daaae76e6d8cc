package app.prosa.channel.turns;

import app.prosa.channel.Channel;
import app.prosa.channel.Refusal;
import app.prosa.channel.time.Timers;
import app.prosa.conversation.Partial;
import app.prosa.conversation.Turn;
import app.prosa.conversation.delivery.Address;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets somebody see that their answer is being written, until it is. */
public final class Writing {
    private static final Logger LOG = LoggerFactory.getLogger(Writing.class);

    private static final AtomicLong DRAFTS = new AtomicLong(System.currentTimeMillis());

    /** Telegram shows it for five seconds. */
    private static final Duration TYPING = Duration.ofSeconds(4);

    /** Each draft is a call of the platform, and counts there. */
    private static final Duration DRAFT = Duration.ofMillis(1_200);

    private final Channel channel;
    private final Address to;
    private final Turn turn;
    private final Timers timers;
    private final boolean drafts;
    private final long draft = DRAFTS.incrementAndGet();
    private String shown = "";

    /** The platform did not take it: it is not asked again for what is only nice to see. */
    private volatile boolean refused;

    private Writing(Channel channel, Address to, Turn turn, Timers timers) {
        this.channel = channel;
        this.to = to;
        this.turn = turn;
        this.timers = timers;
        this.drafts = channel.hasDrafts(to.group());
    }

    /** Begins. Returns at once, and ends with the turn. */
    public static void show(Channel channel, Address to, Turn turn, Timers timers) {
        Writing writing = new Writing(channel, to, turn, timers);
        timers.at(timers.now(), writing::typing);
        if (writing.drafts) {
            timers.at(timers.now().plus(DRAFT), writing::draft);
        }
    }

    private void typing() {
        // What is written so far says more than that something is written.
        if (!turn.isOver() && !refused && shown.isEmpty()) {
            call(() -> channel.showWriting(to.chatId()));
            timers.at(timers.now().plus(TYPING), this::typing);
        }
    }

    private void draft() {
        if (turn.isOver() || refused) {
            return;
        }
        String text = turn.partial().map(Partial::text).orElse("");
        if (!text.isBlank() && !text.equals(shown)) {
            shown = text;
            call(() -> channel.showDraft(to.chatId(), draft, text));
        }
        timers.at(timers.now().plus(DRAFT), this::draft);
    }

    private interface Call {
        Optional<Refusal> run() throws InterruptedException;
    }

    private void call(Call call) {
        try {
            call.run().ifPresent(this::stop);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop(Refusal refusal) {
        LOG.debug("That an answer is being written is not shown: {}", refusal.said());
        refused = true;
    }
}
