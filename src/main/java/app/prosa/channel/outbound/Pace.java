package app.prosa.channel.outbound;

import app.prosa.channel.Route;
import app.prosa.conversation.delivery.Address;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How fast an account may send: so many a second over all chats, and a pause between two to one.
 */
final class Pace {
    private static final int MOST_CHATS = 20_000;
    private static final Duration AHEAD = Duration.ofSeconds(1);

    private final Route route;
    private final Duration gap;
    private final Map<String, Instant> chats =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
                    return size() > MOST_CHATS;
                }
            };
    private Instant free = Instant.MIN;
    private Instant stopped = Instant.MIN;

    Pace(Route route) {
        this.route = route;
        this.gap = Duration.ofSeconds(1).dividedBy(route.perSecond());
    }

    /**
     * A place for one message.
     *
     * @param at when it may go out; where none was taken, when to ask again
     */
    record Place(Instant at, boolean taken) {}

    /**
     * Takes the next place, a short time ahead if need be: whoever looked into the outbox anew for
     * each message would be slower than the platform allows.
     */
    synchronized Place take(Address to, Instant now) {
        Instant next = latest(latest(free, stopped), now);
        Instant chat = chats.getOrDefault(to.chatId(), Instant.MIN);
        if (chat.isAfter(next) || next.isAfter(now.plus(AHEAD))) {
            return new Place(latest(next, chat), false);
        }
        free = next.plus(gap);
        chats.put(to.chatId(), next.plus(to.group() ? route.groupGap() : route.chatGap()));
        return new Place(next, true);
    }

    /**
     * When to ask for a place again, if none is free: not for each that becomes so, since whoever
     * asks has to look into the outbox first.
     */
    synchronized Instant opening(Instant now) {
        Instant next = latest(free, stopped);
        return next.isAfter(now.plus(AHEAD)) ? next.minus(AHEAD.dividedBy(2)) : now;
    }

    /** Whether the platform asked for a pause after the place was taken. */
    synchronized boolean isPaused(Instant now) {
        return stopped.isAfter(now);
    }

    /** The platform asks for a pause: of the chat, and of all as long as nobody knows better. */
    synchronized void pause(Instant until) {
        stopped = latest(stopped, until);
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
