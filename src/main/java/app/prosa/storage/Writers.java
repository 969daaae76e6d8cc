package app.prosa.storage;

import app.prosa.conversation.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntSupplier;
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

    /** Whoever reads does not wait for this: until then many changes of one row become one. */
    private static final Duration FOLLOW = Duration.ofSeconds(3);

    /** What goes past the tables waits while a group is done: not much longer, in nanoseconds. */
    private static final long LONGEST = 5_000_000;

    private final Transactions transactions;
    private final int group;
    private final Order order;
    private final Runnable afterwards;
    private final StoreThreads threads;
    private final Later following;
    private final Queue<Change<?>> waiting = new ConcurrentLinkedQueue<>();

    /** What the tables have to do with what does not come through here. */
    interface Order {
        /**
         * Brings the tables up to date and does some changes, between which nothing comes.
         *
         * @return what those return
         */
        int around(IntSupplier group) throws SQLException;

        /** Brings the tables up to date. */
        void follow() throws SQLException;

        /** Nothing comes in another way. */
        Order NONE =
                new Order() {
                    @Override
                    public int around(IntSupplier group) {
                        return group.getAsInt();
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
        this.following = new Later(FOLLOW, threads::execute, this::follow);
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
        for (List<Change<?>> left = some; !left.isEmpty(); ) {
            left = left.subList(writeFirst(left), left.size());
        }
        afterwards.run();
    }

    /**
     * @return how many have ended, one way or the other
     */
    private int writeFirst(List<Change<?>> some) {
        try {
            return order.around(() -> write(some));
        } catch (SQLException e) {
            some.forEach(c -> c.outcome.completeExceptionally(transactions.failed(c.attempted, e)));
        } catch (RuntimeException | Error e) {
            // Whoever waits must not wait for ever.
            some.forEach(c -> c.outcome.completeExceptionally(e));
        }
        return some.size();
    }

    private int write(List<Change<?>> some) {
        int done = some.size() == 1 ? 0 : together(some);
        if (done == 0) {
            some.forEach(change -> change.alone(transactions));
        }
        return done == 0 ? some.size() : done;
    }

    /**
     * Does something beside which no group is done, and waits for it. What goes past the tables
     * need not wait.
     */
    <T> T apart(String attempted, Turnstile.Section<T> task) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                outcome.complete(task.run());
            } catch (SQLException e) {
                outcome.completeExceptionally(transactions.failed(attempted, e));
            } catch (RuntimeException | Error e) {
                outcome.completeExceptionally(e); // whoever waits must not wait for ever
            }
            afterwards.run();
        });
        return StoreThreads.await(outcome);
    }

    /** Returns when what came before this is in the tables. */
    void followNowAndWait(String attempted) {
        var _ =
                apart(
                        attempted,
                        () -> {
                            order.follow();
                            return true;
                        });
    }

    /** Brings the tables up to date before long, and until it works. */
    void followSoon() {
        following.ask();
    }

    void followNow() {
        try {
            threads.execute(this::follow);
        } catch (StoreException e) {
            // The program ends. The journal has it all, and whoever asked has not failed.
        }
    }

    private void follow() {
        try {
            order.follow();
        } catch (SQLException e) {
            LOG.warn("{}", transactions.failed("follow the journal", e).getMessage());
            followSoon();
        }
        afterwards.run();
    }

    /**
     * @return how many of the first ones have ended; none when one of them failed: alone, each
     *     meets its own end
     */
    private int together(List<Change<?>> changes) {
        Together all = new Together(changes);
        try {
            List<Runnable> ends = transactions.once(all);
            ends.forEach(Runnable::run);
            return ends.size();
        } catch (SQLException e) {
            changes.subList(0, all.ran)
                    .forEach(c ->
                            c.outcome.completeExceptionally(transactions.failed(c.attempted, e)));
            return all.ran;
        } catch (RuntimeException e) {
            return 0;
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

    /** Several changes as one: the first of them, as many as can be done in a short time. */
    private static final class Together implements Transactions.Work<List<Runnable>> {
        private final List<Change<?>> changes;

        /** How many wait for the commit alone: whether it took place is then unknown. */
        private int ran;

        Together(List<Change<?>> changes) {
            this.changes = changes;
        }

        @Override
        public List<Runnable> in(Tx tx) throws SQLException {
            List<Runnable> ends = new ArrayList<>();
            ran = 0;
            long end = System.nanoTime() + LONGEST;
            for (Change<?> change : changes) {
                ends.add(change.in(tx));
                if (System.nanoTime() > end) {
                    break;
                }
            }
            ran = ends.size();
            return ends;
        }
    }
}
