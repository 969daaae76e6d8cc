package app.prosa.storage;

import app.prosa.conversation.MessageId;
import app.prosa.conversation.delivery.Address;
import app.prosa.conversation.delivery.Delivery;
import app.prosa.conversation.delivery.Outbox.Counts;
import app.prosa.conversation.delivery.Outbox.DeadLetter;
import app.prosa.conversation.delivery.Part;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is asked of the outbox without changing it. */
final class OutboxQueries {
    /** How many messages are asked for at once. */
    private static final int AT_ONCE = 500;

    /** The first of each conversation, where nothing is being sent and nobody has to say more. */
    private static final String FIRST_ONES =
            """
            o.account = ? AND o.under_way = TRUE
            AND (o.state = 'PENDING' OR (o.state = 'UNKNOWN' AND o.not_before IS NOT NULL))
            AND NOT EXISTS (
                SELECT 1 FROM outbox e
                WHERE e.conversation = o.conversation AND e.under_way = TRUE
                    AND e.account = o.account AND (e.id < o.id OR e.state = 'SENDING'))
            """;

    private static final String READY =
            OutboxRows.SELECT
                    + "WHERE "
                    + FIRST_ONES
                    + " AND (o.not_before IS NULL OR o.not_before <= ?)"
                    + " ORDER BY o.account, o.under_way, o.id FETCH FIRST ? ROWS ONLY";

    private static final String NEXT =
            "SELECT MIN(COALESCE(o.not_before, o.created_at)) FROM outbox o WHERE " + FIRST_ONES;

    private static final String INTERRUPTED =
            """
            SELECT DISTINCT conversation FROM outbox
            WHERE account = ? AND under_way = TRUE
                AND (state = 'SENDING' OR (state = 'UNKNOWN' AND not_before IS NULL))
            ORDER BY conversation
            """;

    private static final String DEAD =
            OutboxRows.SELECT
                    + """
                    WHERE o.state = 'FAILED' AND (o.trouble IS NULL OR o.trouble <> 'PART_MISSING')
                        AND (o.changed_at < ? OR (o.changed_at = ? AND o.id < ?))
                        AND NOT EXISTS (
                            SELECT 1 FROM conversation c
                            WHERE c.number = o.conversation AND c.trashed = TRUE)%s
                    ORDER BY o.state DESC, o.changed_at DESC, o.id DESC FETCH FIRST ? ROWS ONLY
                    """;

    private static final String ANSWERED =
            """
            SELECT created_at FROM outbox
            WHERE account = ? AND created_at >= ? AND author = 'ASSISTANT' AND ordinal = 0
            ORDER BY account DESC, created_at DESC FETCH FIRST ? ROWS ONLY
            """;

    private static final String LAST_SENT =
            """
            SELECT created_at FROM outbox
            WHERE account = ? AND state IN ('SENT', 'DELIVERED', 'READ')
            ORDER BY account DESC, created_at DESC FETCH FIRST 1 ROWS ONLY
            """;

    private static final String OF_MESSAGES =
            OutboxRows.SELECT + "WHERE o.message IN (%s) ORDER BY o.message, o.ordinal";

    private static final String COUNT = "SELECT COUNT(*) FROM outbox WHERE account = ? AND ";

    private OutboxQueries() {}

    static List<Part> ready(Reads reads, String account, Instant now, int limit)
            throws SQLException {
        return parts(reads.list(READY, OutboxRows::read, account, now.toEpochMilli(), limit));
    }

    static Optional<Instant> next(Reads reads, String account) throws SQLException {
        return Optional.ofNullable(
                reads.first(NEXT, row -> new Earliest(row.instantOrNull()), account)
                        .orElseThrow()
                        .at);
    }

    private record Earliest(@Nullable Instant at) {}

    /** The conversations in which a sending came to no end. */
    static List<Long> interrupted(Reads reads, String account) throws SQLException {
        return reads.list(INTERRUPTED, Row::big, account);
    }

    static List<DeadLetter> dead(
            Reads reads, @Nullable String account, @Nullable DeadLetter after, int limit)
            throws SQLException {
        long time = after == null ? Long.MAX_VALUE : after.at().toEpochMilli();
        long id = after == null ? Long.MAX_VALUE : after.part().id();
        List<Object> parameters = new ArrayList<>(List.of(time, time, id));
        if (account != null) {
            parameters.add(account);
        }
        parameters.add(limit);
        String sql = DEAD.formatted(account == null ? "" : " AND o.account = ?");
        return reads.list(sql, OutboxRows::read, parameters.toArray()).stream()
                .map(row -> new DeadLetter(row.part(), row.changedAt))
                .toList();
    }

    /** When the last answers came in. */
    static List<Instant> answered(Reads reads, String account, Instant since, int most)
            throws SQLException {
        return reads.list(ANSWERED, Row::instant, account, since.toEpochMilli(), most);
    }

    static Optional<Instant> lastSent(Reads reads, String account) throws SQLException {
        return reads.first(LAST_SENT, Row::instant, account);
    }

    private static List<Part> parts(List<OutboxRow> rows) {
        return rows.stream().map(OutboxRow::part).toList();
    }

    static List<Delivery> deliveries(Reads reads, Collection<MessageId> messages)
            throws SQLException {
        List<MessageId> all = List.copyOf(new LinkedHashSet<>(messages));
        List<Delivery> deliveries = new ArrayList<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<MessageId> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            deliveries.addAll(some(reads, some));
        }
        return deliveries;
    }

    private static List<Delivery> some(Reads reads, List<MessageId> messages) throws SQLException {
        Map<MessageId, List<OutboxRow>> parts = new LinkedHashMap<>();
        messages.forEach(message -> parts.put(message, new ArrayList<>()));
        String sql = OF_MESSAGES.formatted(Reads.marks(messages.size()));
        Object[] numbers = messages.stream().map(Numbers::of).toArray();
        for (OutboxRow row : reads.list(sql, OutboxRows::read, numbers)) {
            parts.getOrDefault(row.message, new ArrayList<>()).add(row);
        }
        return parts.values().stream()
                .filter(rows -> !rows.isEmpty())
                .map(Outgoing::delivery)
                .toList();
    }

    static Counts counts(Reads reads, String account, Instant since) throws SQLException {
        long then = since.toEpochMilli();
        return new Counts(
                count(reads, "under_way = TRUE AND state IN ('PENDING', 'SENDING')", account),
                count(reads, "state = 'FAILED' AND changed_at >= ?", account, then),
                count(reads, "state = 'UNKNOWN'", account),
                count(
                        reads,
                        "created_at >= ? AND author = 'ASSISTANT' AND ordinal = 0",
                        account,
                        then));
    }

    /** Parts that the platform has, and that may go further. */
    static List<Long> sentTo(Reads reads, Address to, Instant upTo) throws SQLException {
        return reads.list(
                """
                SELECT o.id FROM outbox o JOIN correspondent c ON c.conversation = o.conversation
                WHERE c.account = ? AND c.chat_id = ? AND o.account = ? AND o.chat_id = ?
                    AND o.state IN ('SENT', 'DELIVERED') AND o.changed_at <= ?
                ORDER BY o.id
                """,
                Row::big,
                to.account(),
                to.chatId(),
                to.account(),
                to.chatId(),
                upTo.toEpochMilli());
    }

    static boolean isSending(Reads reads, long conversation) throws SQLException {
        return reads.first(
                                "SELECT COUNT(*) FROM outbox WHERE conversation = ? AND under_way = TRUE"
                                        + " AND state = 'SENDING'",
                                Row::number,
                                conversation)
                        .orElseThrow()
                > 0;
    }

    private static int count(Reads reads, String which, Object... parameters) throws SQLException {
        return reads.first(COUNT + which, Row::number, parameters).orElseThrow();
    }
}
