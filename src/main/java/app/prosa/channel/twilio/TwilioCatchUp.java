package app.prosa.channel.twilio;

import app.prosa.channel.Answer;
import app.prosa.channel.Inbound;
import app.prosa.channel.Intake;
import app.prosa.channel.Refusal;
import app.prosa.channel.Source;
import app.prosa.channel.time.Timers;
import app.prosa.conversation.StoreException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what people wrote while nobody answered Twilio's calls, which it does not repeat: at the
 * start, and now and then, because a computer may have slept.
 */
final class TwilioCatchUp implements Source {
    private static final Logger LOG = LoggerFactory.getLogger(TwilioCatchUp.class);

    /** After so long WhatsApp lets nobody answer. */
    private static final Duration BACK = Duration.ofHours(24);

    private static final Duration EVERY = Duration.ofMinutes(10);

    /** A message may be listed a little later than it came. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private final TwilioApi api;
    private final Timers timers;
    private volatile boolean closed;
    private volatile Timers.Timer next = Timers.Timer.NONE;

    TwilioCatchUp(TwilioApi api, Timers timers) {
        this.api = api;
        this.timers = timers;
    }

    @Override
    public void begin(Intake intake, Watcher watcher) {
        Instant now = timers.now();
        next = timers.at(now, () -> look(now.minus(BACK), intake, watcher));
    }

    private void look(Instant since, Intake intake, Watcher watcher) {
        Instant now = timers.now();
        boolean whole = false;
        try {
            whole = take(since, intake, watcher);
        } catch (StoreException e) {
            LOG.warn("What was missed waits for the store: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        Instant from = whole ? now.minus(OVERLAP) : since;
        if (!closed) {
            next = timers.at(now.plus(EVERY), () -> look(from, intake, watcher));
        }
    }

    /** Whether all of it was taken in. */
    private boolean take(Instant since, Intake intake, Watcher watcher)
            throws InterruptedException {
        return switch (api.received(since)) {
            case Answer.Given<TwilioListing>(TwilioListing listing) -> {
                for (TwilioMessage message : listing.messages()) {
                    take(message, intake);
                }
                watcher.fine();
                yield listing.whole();
            }
            case Answer.Refused<TwilioListing>(Refusal refusal) -> {
                LOG.info("What was missed could not be listed: {}", refusal.said());
                if (refusal instanceof Refusal.FixMe fix) {
                    watcher.broken(fix);
                }
                yield false;
            }
        };
    }

    private void take(TwilioMessage message, Intake intake) throws InterruptedException {
        switch (api.inbound(message)) {
            case Answer.Given<Inbound>(Inbound inbound) -> intake.take(inbound);
            case Answer.Refused<Inbound>(Refusal refusal) ->
                    LOG.info("A message that was missed is not there: {}", refusal.said());
        }
    }

    @Override
    public void takeOver() {}

    @Override
    public void close() {
        closed = true;
        next.cancel();
    }
}
