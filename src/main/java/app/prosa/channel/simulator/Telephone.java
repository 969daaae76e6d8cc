package app.prosa.channel.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has come to the customer, and what the platform was not told of yet. */
final class Telephone {
    private final Screen screen;
    private final List<Sent> untold = new ArrayList<>();
    private String last = "";
    private boolean blocked;

    Telephone(Screen screen) {
        this.screen = screen;
    }

    /**
     * A message of the hub's.
     *
     * @param reference what was sent with it to know it by; or empty
     */
    record Sent(String to, String id, String text, String reference, Instant at) {}

    void arrives(Sent sent) {
        synchronized (this) {
            untold.add(sent);
            last = sent.id();
        }
        screen.shows(new Screen.Text(sent.to(), sent.id(), sent.text()));
    }

    /** What never reaches the customer, although the platform took it. */
    synchronized void misses(Sent sent) {
        untold.add(sent);
    }

    void shows(Screen.Shown shown) {
        screen.shows(shown);
    }

    /** All that came since this was asked last. */
    synchronized List<Sent> takeUntold() {
        List<Sent> all = List.copyOf(untold);
        untold.clear();
        return all;
    }

    synchronized boolean isTold() {
        return untold.isEmpty();
    }

    /** The last message's id. */
    synchronized Optional<String> last() {
        return Optional.of(last).filter(id -> !id.isEmpty());
    }

    synchronized boolean isBlocked() {
        return blocked;
    }

    synchronized void setBlocked(boolean now) {
        blocked = now;
    }
}
