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
     * Takes a place for one message.
     *
     * @return the time given when it may go out at once; otherwise when to ask again, and no place
     *     was taken
     */
    synchronized Instant take(Address to, Instant now) {
        Instant chat = chats.getOrDefault(to.chatId(), Instant.MIN);
        Instant at = latest(latest(free, stopped), chat);
        if (at.isAfter(now)) {
            return at;
        }
        free = now.plus(gap);
        chats.put(to.chatId(), now.plus(to.group() ? route.groupGap() : route.chatGap()));
        return now;
    }

    /** The platform asks for a pause: of the chat, and of all as long as nobody knows better. */
    synchronized void pause(Instant until) {
        stopped = latest(stopped, until);
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
