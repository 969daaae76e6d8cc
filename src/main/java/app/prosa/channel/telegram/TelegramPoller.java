package app.prosa.channel.telegram;

import app.prosa.channel.Answer;
import app.prosa.channel.Inbound;
import app.prosa.channel.Intake;
import app.prosa.channel.Refusal;
import app.prosa.channel.Source;
import app.prosa.channel.time.Timers;
import app.prosa.conversation.StoreException;
import app.prosa.conversation.delivery.Leases;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Telegram for updates, one call after the other. An update is committed before Telegram may
 * forget it. Of several programs with one store, the one that has the lease asks.
 */
final class TelegramPoller implements Source {
    private static final Logger LOG = LoggerFactory.getLogger(TelegramPoller.class);

    private static final Duration WAIT = Duration.ofSeconds(50);

    /** Longer than the longest call, so that a lease outlives it. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final TelegramApi api;
    private final TelegramUpdates updates;
    private final String name;
    private final Timers timers;
    private final Leases leases;
    private final String owner;
    private final Optional<String> ownWebhook;
    private volatile boolean closed;
    private volatile boolean takingOver;
    private long offset;

    /** How long Telegram asks to wait. */
    private Duration least = Duration.ZERO;

    /**
     * @param ownWebhook where we have news brought when they are not fetched: it may be gone
     *     without a question
     */
    TelegramPoller(
            TelegramApi api,
            TelegramBot bot,
            Timers timers,
            Leases leases,
            String owner,
            Optional<String> ownWebhook) {
        this.api = api;
        this.updates = new TelegramUpdates(bot);
        this.name = "telegram:" + bot.id();
        this.timers = timers;
        this.leases = leases;
        this.owner = owner;
        this.ownWebhook = ownWebhook;
    }

    @Override
    public void begin(Intake intake, Watcher watcher) {
        Thread.ofVirtual().name("telegram-poll").start(() -> run(intake, watcher));
    }

    private void run(Intake intake, Watcher watcher) {
        int failures = 0;
        try {
            while (!closed) {
                Step step = step(intake, watcher);
                failures = step == Step.WENT_WELL ? 0 : failures + 1;
                switch (step) {
                    case WENT_WELL -> {}
                    case AGAIN -> pause(failures);
                    case OVER -> closed = true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            release();
        }
    }

    private enum Step {
        WENT_WELL,
        AGAIN,
        OVER
    }

    private Step step(Intake intake, Watcher watcher) throws InterruptedException {
        try {
            Instant now = timers.now();
            if (!leases.take(name, owner, now.plus(LEASE), now)) {
                watcher.troubled(Trouble.OTHER_POLLER, "");
                return Step.AGAIN;
            }
            if (takingOver) {
                takingOver = false;
                return deleteWebhook(watcher);
            }
            return read(api.getUpdates(offset, WAIT), intake, watcher);
        } catch (StoreException e) {
            LOG.warn("Updates wait for the store: {}", e.getMessage());
            watcher.troubled(Trouble.STORE, "");
            return Step.AGAIN;
        }
    }

    private Step deleteWebhook(Watcher watcher) throws InterruptedException {
        Optional<Refusal> refusal = api.deleteWebhook();
        return refusal.isPresent() ? failed(refusal.get(), watcher) : Step.WENT_WELL;
    }

    private Step read(Poll poll, Intake intake, Watcher watcher) throws InterruptedException {
        return switch (poll) {
            case Poll.Updates(var news) -> {
                watcher.fine();
                for (TelegramUpdate update : news) {
                    if (closed) {
                        break; // Telegram still has it
                    }
                    take(update, intake);
                }
                yield Step.WENT_WELL;
            }
            case Poll.Taken(Poll.Taken.By by, var _)
                    when by == Poll.Taken.By.WEBHOOK && isOwnWebhook() ->
                    deleteWebhook(watcher);
            case Poll.Taken(Poll.Taken.By by, String said) -> {
                Trouble why =
                        switch (by) {
                            case WEBHOOK -> Trouble.WEBHOOK_SET;
                            case POLLER -> Trouble.OTHER_POLLER;
                        };
                watcher.troubled(why, said);
                yield Step.AGAIN;
            }
            case Poll.Refused(Refusal refusal) -> failed(refusal, watcher);
        };
    }

    private boolean isOwnWebhook() throws InterruptedException {
        return ownWebhook.isPresent()
                && api.getWebhookInfo() instanceof Answer.Given<WebhookInfo>(WebhookInfo info)
                && info.url().equals(ownWebhook.get());
    }

    private void take(TelegramUpdate update, Intake intake) {
        Optional<Inbound> inbound = updates.read(update);
        inbound.ifPresent(intake::take);
        offset = update.id() + 1; // committed, so it may be forgotten
        if (inbound.orElse(null) instanceof Inbound.Pressed pressed) {
            Thread.ofVirtual().start(() -> answer(pressed));
        }
    }

    private void answer(Inbound.Pressed pressed) {
        try {
            api.answerCallbackQuery(pressed.externalId())
                    .ifPresent(refusal -> LOG.debug("A press stayed open: {}", refusal.said()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Step failed(Refusal refusal, Watcher watcher) {
        return switch (refusal) {
            case Refusal.FixMe fix -> {
                watcher.broken(fix);
                yield Step.OVER;
            }
            case Refusal.Retry retry -> {
                Duration asked = retry.after();
                least = asked == null ? Duration.ZERO : asked;
                watcher.troubled(
                        switch (retry.cause()) {
                            case SLOW_DOWN -> Trouble.SLOW_DOWN;
                            case SERVER -> Trouble.SERVER;
                            case NETWORK -> Trouble.NETWORK;
                        },
                        retry.said());
                yield Step.AGAIN;
            }
            case Refusal.Stop stop -> strange(stop.said(), watcher);
            case Refusal.Markup markup -> strange(markup.said(), watcher);
            case Refusal.Moved moved -> strange(moved.said(), watcher);
        };
    }

    private static Step strange(String said, Watcher watcher) {
        watcher.troubled(Trouble.SERVER, said);
        return Step.AGAIN;
    }

    private synchronized void pause(int failures) throws InterruptedException {
        Duration grown = PAUSE.multipliedBy(1L << Math.min(failures - 1, 6));
        Duration time = grown.compareTo(LONGEST_PAUSE) < 0 ? grown : LONGEST_PAUSE;
        Instant until = timers.now().plus(time.compareTo(least) > 0 ? time : least);
        Timers.Timer alarm = timers.at(until, this::wake);
        try {
            while (!closed && !takingOver && timers.now().isBefore(until)) {
                wait();
            }
        } finally {
            alarm.cancel();
            least = Duration.ZERO;
        }
    }

    private synchronized void wake() {
        notifyAll();
    }

    private void release() {
        try {
            leases.release(name, owner);
        } catch (StoreException e) {
            LOG.debug("The lease ends by itself", e);
        }
    }

    @Override
    public void takeOver() {
        takingOver = true;
        wake();
    }

    /** The call under way ends with the channel, which is closed after this. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
