package app.prosa.channel.outbound;

import app.prosa.conversation.delivery.Part;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether a platform takes anything at all. Once it did not several times in a row, nothing goes
 * out for a while, and then one message asks for all of them: a platform that is down is not called
 * once for each message that waits, and when it is back they all go.
 */
final class Outage {
    /** One message that fails says something of itself; some in a row say it of the platform. */
    static final int FROM = 3;

    private static final long NOBODY = -1;
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 6;

    private int failures;
    private Instant until = Instant.MIN;

    /** The part that asks for all. */
    private long asking = NOBODY;

    /** Whether a part may be sent now. During an outage it asks for all, until it {@link #came}. */
    synchronized boolean lets(Part part, Instant now) {
        if (!isOn() || asking == part.id()) {
            return true;
        }
        if (asking != NOBODY || now.isBefore(until)) {
            return false;
        }
        asking = part.id();
        return true;
    }

    /** Whatever became of a part, another one may ask. */
    synchronized void came(Part part) {
        asking = asking == part.id() ? NOBODY : asking;
    }

    /**
     * A part was not taken, for a reason that is not its own. During an outage only the one that
     * asked counts: the others were on their way when it began.
     *
     * @param least when the platform may be asked again, as it says; in the past where it does not
     * @return whether there is an outage
     */
    synchronized boolean failed(Part part, Instant least, Instant now) {
        if (!isOn() || asking == part.id()) {
            failures++;
            int more = Math.clamp(failures - (long) FROM, 0, MOST_DOUBLINGS);
            Duration grown = FIRST.multipliedBy(1L << more);
            until = now.plus(grown.compareTo(LONGEST) < 0 ? grown : LONGEST);
        }
        until = least.isAfter(until) ? least : until;
        return isOn();
    }

    /**
     * The platform works.
     *
     * @return whether it did not
     */
    synchronized boolean over() {
        boolean was = isOn();
        failures = 0;
        until = Instant.MIN;
        return was;
    }

    private boolean isOn() {
        return failures >= FROM;
    }

    /** Whether there is an outage of which somebody may ask whether it is over. */
    synchronized boolean mayEnd(Instant now) {
        return isOn() && asking == NOBODY && !now.isBefore(until);
    }

    /** When the platform may be asked again; in the past while there is no outage. */
    synchronized Instant until() {
        return isOn() ? until : Instant.MIN;
    }
}
