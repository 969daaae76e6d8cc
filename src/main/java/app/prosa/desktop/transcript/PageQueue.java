package app.prosa.desktop.transcript;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Which pages are fetched next: the one asked for last comes first, and those asked for long ago,
 * such as on the way of the scroll bar, are forgotten.
 */
final class PageQueue {
    private static final int AT_ONCE = 2;
    private static final int REMEMBERED = 6;

    private final IntConsumer fetch;
    private final Deque<Integer> waiting = new ArrayDeque<>();
    private final Set<Integer> underWay = new HashSet<>();

    PageQueue(IntConsumer fetch) {
        this.fetch = fetch;
    }

    void ask(int page) {
        if (underWay.contains(page)) {
            return;
        }
        waiting.remove(page);
        waiting.addFirst(page);
        if (waiting.size() > REMEMBERED) {
            waiting.removeLast();
        }
        next();
    }

    /** A page was fetched, or could not be. */
    void done(int page) {
        underWay.remove(page);
        next();
    }

    private void next() {
        while (underWay.size() < AT_ONCE && !waiting.isEmpty()) {
            int page = waiting.removeFirst();
            underWay.add(page);
            fetch.accept(page);
        }
    }
}
