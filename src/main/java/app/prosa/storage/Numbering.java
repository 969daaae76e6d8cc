package app.prosa.storage;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

/** Gives new conversations their numbers, and what goes out. */
interface Numbering {
    long next(Tx tx) throws SQLException;

    /** Several programs use the database: it counts for all of them. */
    record BySequence(String query) implements Numbering {
        @Override
        public long next(Tx tx) throws SQLException {
            return tx.first(query, Row::big).orElseThrow();
        }
    }

    /** This program alone uses the database. */
    final class InMemory implements Numbering {
        private static final String LARGEST =
                "SELECT GREATEST((SELECT COALESCE(MAX(number), 0) FROM conversation),"
                        + " (SELECT COALESCE(MAX(id), 0) / "
                        + OutboxRow.PARTS
                        + " FROM outbox))";

        private final AtomicLong last = new AtomicLong();

        /** Goes on from what is in the tables, but never back. */
        void goOnFrom(Reads reads) throws SQLException {
            long largest = reads.first(LARGEST, Row::big).orElseThrow();
            last.accumulateAndGet(largest, Math::max);
        }

        @Override
        public long next(Tx tx) {
            return next();
        }

        long next() {
            return last.incrementAndGet();
        }
    }
}
