package app.prosa.testing.http;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The calls that a stand-in heard, by what they ask for, and what is to go wrong with the next
 * ones.
 */
public final class Ledger<C> {
    private final List<C> all = new CopyOnWriteArrayList<>();
    private final Map<String, List<C>> byKind = new ConcurrentHashMap<>();
    private final Map<String, BlockingQueue<C>> fresh = new ConcurrentHashMap<>();
    private final Map<String, Queue<Trouble>> troubles = new ConcurrentHashMap<>();
    private volatile @Nullable Trouble always;

    /** The next calls of a kind end so, one after the other. */
    public void fail(String kind, Trouble... next) {
        troubles.computeIfAbsent(kind, _ -> new ConcurrentLinkedQueue<>()).addAll(List.of(next));
    }

    /** Until it is {@link #mend mended}, all calls end so, of whatever kind. */
    public void failAll(Trouble every) {
        always = every;
    }

    /** From now on all calls end as they should. */
    public void mend() {
        always = null;
        troubles.clear();
    }

    /** Notes a call, and tells what is to go wrong with it. */
    public @Nullable Trouble note(String kind, C call) {
        all.add(call);
        byKind.computeIfAbsent(kind, _ -> new CopyOnWriteArrayList<>()).add(call);
        fresh(kind).add(call);
        Queue<Trouble> next = troubles.get(kind);
        Trouble own = next == null ? null : next.poll();
        return own == null ? always : own;
    }

    /** All calls, in their order. */
    public List<C> all() {
        return all;
    }

    public List<C> of(String kind) {
        return List.copyOf(byKind.getOrDefault(kind, List.of()));
    }

    /** The next call of a kind that was not awaited yet; waits for it. */
    public C await(String kind) throws InterruptedException {
        C next = fresh(kind).poll(10, TimeUnit.SECONDS);
        if (next == null) {
            throw new IllegalStateException("nobody called " + kind);
        }
        return next;
    }

    private BlockingQueue<C> fresh(String kind) {
        return fresh.computeIfAbsent(kind, _ -> new LinkedBlockingQueue<>());
    }
}
