package app.prosa.storage;

import app.prosa.conversation.UsageLog;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** What models were asked without a conversation: the rows of the table {@code usage_count}. */
final class UsageRows implements UsageLog {
    private final Database database;

    /** Two that add to a row that is not there yet would both insert it. */
    private final ReentrantLock lock = new ReentrantLock();

    UsageRows(Database database) {
        this.database = database;
    }

    @Override
    public void add(Usage usage) {
        lock.lock();
        try {
            database.inTransaction("count usage", tx -> count(tx, usage));
        } finally {
            lock.unlock();
        }
    }

    private static boolean count(Tx tx, Usage usage) throws SQLException {
        long day = usage.day().toEpochDay();
        int known =
                tx.update(
                        "UPDATE usage_count SET calls = calls + ?,"
                                + " prompt_tokens = prompt_tokens + ?,"
                                + " completion_tokens = completion_tokens + ?"
                                + " WHERE on_day = ? AND key_name = ? AND model = ?",
                        usage.calls(),
                        usage.promptTokens(),
                        usage.completionTokens(),
                        day,
                        usage.key(),
                        usage.model());
        if (known == 0) {
            tx.update(
                    "INSERT INTO usage_count (on_day, key_name, model, calls, prompt_tokens,"
                            + " completion_tokens) VALUES (?, ?, ?, ?, ?, ?)",
                    day,
                    usage.key(),
                    usage.model(),
                    usage.calls(),
                    usage.promptTokens(),
                    usage.completionTokens());
        }
        return known > 0;
    }

    @Override
    public List<Usage> since(LocalDate day) {
        return database.read(
                "read usage",
                reads ->
                        reads.list(
                                "SELECT on_day, key_name, model, calls, prompt_tokens,"
                                        + " completion_tokens FROM usage_count WHERE on_day >= ?"
                                        + " ORDER BY on_day, key_name, model",
                                UsageRows::usage,
                                day.toEpochDay()));
    }

    private static Usage usage(Row row) throws SQLException {
        return new Usage(
                LocalDate.ofEpochDay(row.big()),
                row.text(),
                row.text(),
                row.big(),
                row.big(),
                row.big());
    }
}
