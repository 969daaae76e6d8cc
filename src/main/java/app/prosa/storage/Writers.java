package app.prosa.storage;

import app.prosa.conversation.StoreException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
    private static final Logger LOG = LoggerFactory.getLogger(Writers.class);
    private static final int FOLLOW_MILLIS = 1_000;
    private static final int TRY_AGAIN_MILLIS = 2_000;

    private final Transactions transactions;
    private final int group;
    private final Order order;
    private final Runnable afterwards;
    private final StoreThreads threads;
    private final Queue<Change<?>> waiting = new ConcurrentLinkedQueue<>();

    /** What the tables have to do with what does not come through here. */
    interface Order {
        /** Brings the tables up to date and does some changes, between which nothing comes. */
        void around(Runnable group) throws SQLException;

        /** Brings the tables up to date. */
        void follow() throws SQLException;

        /** Nothing comes in another way. */
        Order NONE =
                new Order() {
                    @Override
                    public void around(Runnable group) {
                        group.run();
                    }

                    @Override
                    public void follow() {}
                };
    }

    /**
     * @param afterwards runs on the threads of the changes, after each group
     */
    Writers(Transactions transactions, Dialect dialect, Order order, Runnable afterwards) {
        this.transactions = transactions;
        this.group = dialect.group();
        this.order = order;
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
        try {
            order.around(() -> write(some));
        } catch (SQLException e) {
            some.forEach(c -> c.outcome.completeExceptionally(transactions.failed(c.attempted, e)));
        } catch (RuntimeException | Error e) {
            // Whoever waits must not wait for ever.
            some.forEach(c -> c.outcome.completeExceptionally(e));
        }
        afterwards.run();
    }

    private void write(List<Change<?>> some) {
        if (some.size() == 1 || !together(some)) {
            some.forEach(change -> change.alone(transactions));
        }
    }

    /** Brings the tables up to date before long, and until it works. */
    void followSoon() {
        followAfter(FOLLOW_MILLIS);
    }

    void followNow() {
        try {
            threads.execute(this::follow);
        } catch (StoreException e) {
            // The program ends. The journal has it all, and whoever asked has not failed.
        }
    }

    private void followAfter(int millis) {
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, threads::execute)
                .execute(this::follow);
    }

    private void follow() {
        try {
            order.follow();
        } catch (SQLException e) {
            LOG.warn("{}", transactions.failed("follow the journal", e).getMessage());
            followAfter(TRY_AGAIN_MILLIS);
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
            ran = false;
            for (Change<?> change : changes) {
                ends.add(change.in(tx));
            }
            ran = true;
            return ends;
        }
    }
}
