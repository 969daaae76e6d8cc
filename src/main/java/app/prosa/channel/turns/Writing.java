package app.prosa.channel.turns;

import app.prosa.channel.Channel;
import app.prosa.channel.time.Timers;
import app.prosa.conversation.Partial;
import app.prosa.conversation.Turn;
import app.prosa.conversation.delivery.Address;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Lets somebody see that their answer is being written, until it is. */
public final class Writing {
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
        if (!turn.isOver() && shown.isEmpty()) {
            call(() -> channel.showWriting(to.chatId()));
            timers.at(timers.now().plus(TYPING), this::typing);
        }
    }

    private void draft() {
        if (turn.isOver()) {
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
        void run() throws InterruptedException;
    }

    private static void call(Call call) {
        try {
            call.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
