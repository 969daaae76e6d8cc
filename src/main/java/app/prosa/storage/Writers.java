package app.prosa.storage;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What changes the database. In H2's file one thread does it all, for two reasons.
 *
 * <p>H2 writes its tables out one after the other and stops nobody meanwhile. A transaction that
 * ends between two of them is on the disk by half, and a kill in that moment leaves rows that
 * belong to a transaction which is not there: they show their old values, and whoever changes them
 * waits for ever.
 *
 * <p>And a commit costs as much for one change as for many: those that wait at the same moment
 * share one.
 */
final class Writers implements AutoCloseable {
    private final Transactions transactions;
    private final int group;
    private final Runnable afterwards;
    private final StoreThreads threads;
    private final Queue<Change<?>> waiting = new ConcurrentLinkedQueue<>();

    /**
     * @param afterwards runs on the threads of the changes, after each group
     */
    Writers(Transactions transactions, Dialect dialect, Runnable afterwards) {
        this.transactions = transactions;
        this.group = dialect.group();
        this.afterwards = afterwards;
        this.threads = new StoreThreads("prosa-writer-", dialect.writers());
    }

    /** Returns when the change is durable, and throws when it is undone. */
    <T> T call(String attempted, Transactions.Work<T> work) {
        Change<T> change = new Change<>(attempted, work, new CompletableFuture<>());
        waiting.add(change);
        threads.execute(this::writeSome);
        return StoreThreads.await(change.outcome);
    }

    private void writeSome() {
        List<Change<?>> some = new ArrayList<>();
        Change<?> next;
        while (some.size() < group && (next = waiting.poll()) != null) {
            some.add(next);
        }
        if (some.isEmpty()) {
            return;
        }
        if (some.size() == 1 || !together(some)) {
            some.forEach(change -> change.alone(transactions));
        }
        afterwards.run();
    }

    /**
     * @return false when one of them failed and none is done: alone, each meets its own end
     */
    private boolean together(List<Change<?>> changes) {
        Together all = new Together(changes);
        try {
            transactions.once(all).forEach(Runnable::run);
            return true;
        } catch (SQLException e) {
            if (all.ran) {
                changes.forEach(
                        c -> c.outcome.completeExceptionally(transactions.failed(c.attempted, e)));
            }
            return all.ran;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Lets what was begun end. */
    @Override
    public void close() {
        threads.close();
    }

    private record Change<T>(
            String attempted, Transactions.Work<T> work, CompletableFuture<T> outcome) {
        void alone(Transactions transactions) {
            try {
                outcome.complete(transactions.run(attempted, work));
            } catch (RuntimeException | Error e) {
                outcome.completeExceptionally(e);
            }
        }

        /** What to do once it is durable. */
        Runnable in(Tx tx) throws SQLException {
            T result = work.in(tx);
            return () -> outcome.complete(result);
        }
    }

    /** Several changes as one. */
    private static final class Together implements Transactions.Work<List<Runnable>> {
        private final List<Change<?>> changes;

        /** Whether only the commit was left to do: whether it took place is then unknown. */
        private boolean ran;

        Together(List<Change<?>> changes) {
            this.changes = changes;
        }

        @Override
        public List<Runnable> in(Tx tx) throws SQLException {
            List<Runnable> ends = new ArrayList<>();
            for (Change<?> change : changes) {
                ends.add(change.in(tx));
            }
            ran = true;
            return ends;
        }
    }
}
