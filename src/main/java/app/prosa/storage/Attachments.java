package app.prosa.storage;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.Message;
import app.prosa.conversation.Message.AttachmentInfo;
import app.prosa.conversation.MessageId;
import app.prosa.storage.MessageColumns.Counted;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of the table {@code attachment}. */
final class Attachments {
    private static final String CONTENTS =
            "SELECT name, media_type, content FROM attachment WHERE message = ?"
                    + " ORDER BY ordinal";

    private static final String INSERT =
            """
            INSERT INTO attachment (message, ordinal, name, media_type, size, content)
            VALUES (?, ?, ?, ?, ?, ?)
            """;

    private static final String COPY =
            """
            INSERT INTO attachment (message, ordinal, name, media_type, size, content)
            SELECT CAST(? AS BIGINT), ordinal, name, media_type, size, content
            FROM attachment WHERE message = ?
            """;

    private static final String DELETE =
            "DELETE FROM attachment WHERE message >= ? AND message < ?";

    /** The ordinal of the first one that was fetched. */
    private static final int FETCHED = 1 << 16;

    private Attachments() {}

    static List<Attachment> contents(Reads reads, MessageId message) throws SQLException {
        return reads.list(
                CONTENTS,
                row -> new Attachment(row.text(), row.text(), row.bytes()),
                Numbers.of(message));
    }

    static void insert(Tx tx, MessageId message, List<Attachment> attachments) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Attachment attachment : attachments) {
            Parameters row = new Parameters().number(Numbers.of(message)).number(rows.size());
            row.text(attachment.name()).text(attachment.mediaType());
            rows.add(row.number(attachment.content().length).bytes(attachment.content()).array());
        }
        tx.batch(INSERT, rows);
    }

    /**
     * Adds one that was fetched later, after those that came with the message.
     *
     * @param ordinal which of those that are fetched
     */
    static void fetched(Tx tx, MessageId message, int ordinal, Attachment file)
            throws SQLException {
        tx.update(
                INSERT,
                Numbers.of(message),
                FETCHED + ordinal,
                file.name(),
                file.mediaType(),
                file.content().length,
                file.content());
    }

    static void copy(Tx tx, MessageId from, MessageId to) throws SQLException {
        tx.update(COPY, Numbers.of(to), Numbers.of(from));
    }

    /** Erases those of a whole conversation. */
    static void delete(Tx tx, long conversation) throws SQLException {
        tx.update(DELETE, Numbers.of(conversation, 0), Numbers.end(conversation));
    }

    static List<AttachmentInfo> infos(List<Attachment> attachments) {
        return attachments.stream()
                .map(a -> new AttachmentInfo(a.name(), a.mediaType(), a.content().length))
                .toList();
    }

    /** Looks up what came with those messages that something came with. */
    static List<Message> complete(Reads reads, List<Counted> rows) throws SQLException {
        List<Long> with =
                rows.stream().filter(r -> r.attachments() > 0).map(Attachments::key).toList();
        Map<Long, List<AttachmentInfo>> infos = with.isEmpty() ? Map.of() : infosOf(reads, with);
        return rows.stream()
                .map(r -> r.attachments() == 0 ? r.message() : r.with(of(infos, key(r))))
                .toList();
    }

    private static Map<Long, List<AttachmentInfo>> infosOf(Reads reads, List<Long> messages)
            throws SQLException {
        record Found(long message, AttachmentInfo info) {}
        String sql =
                "SELECT message, name, media_type, size FROM attachment WHERE message IN ("
                        + Reads.marks(messages.size())
                        + ") ORDER BY message, ordinal";
        Map<Long, List<AttachmentInfo>> infos = new HashMap<>();
        for (Found found :
                reads.list(
                        sql,
                        row ->
                                new Found(
                                        row.big(),
                                        new AttachmentInfo(row.text(), row.text(), row.number())),
                        messages.toArray())) {
            infos.computeIfAbsent(found.message(), _ -> new ArrayList<>()).add(found.info());
        }
        return infos;
    }

    private static List<AttachmentInfo> of(Map<Long, List<AttachmentInfo>> infos, long message) {
        return List.copyOf(infos.getOrDefault(message, List.of()));
    }

    private static long key(Counted row) {
        return Numbers.of(row.message().id());
    }
}
