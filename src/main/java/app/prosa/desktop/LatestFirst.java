package app.prosa.desktop;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which parts of something long are fetched next: the one asked for last comes first, and those
 * asked for long ago, such as on the way of the scroll bar, are forgotten. Not for several threads.
 *
 * @param <T> names a part
 */
public final class LatestFirst<T> {
    private static final int AT_ONCE = 2;
    private static final int REMEMBERED = 6;

    private final Consumer<T> fetch;
    private final Deque<T> waiting = new ArrayDeque<>();
    private final Set<T> underWay = new HashSet<>();

    /**
     * @param fetch begins to fetch a part; {@link #done} is to be called when it is there
     */
    public LatestFirst(Consumer<T> fetch) {
        this.fetch = fetch;
    }

    public void ask(T part) {
        if (underWay.contains(part)) {
            return;
        }
        waiting.remove(part);
        waiting.addFirst(part);
        if (waiting.size() > REMEMBERED) {
            waiting.removeLast();
        }
        next();
    }

    /** A part was fetched, or could not be. */
    public void done(T part) {
        underWay.remove(part);
        next();
    }

    private void next() {
        while (underWay.size() < AT_ONCE && !waiting.isEmpty()) {
            T part = waiting.removeFirst();
            underWay.add(part);
            fetch.accept(part);
        }
    }
}
