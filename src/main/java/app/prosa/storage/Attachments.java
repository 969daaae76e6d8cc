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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of the table {@code attachment}. */
final class Attachments {
    private static final String CONTENTS =
            "SELECT name, media_type, content FROM attachment WHERE message_id = ?"
                    + " ORDER BY ordinal";

    private static final String INSERT =
            """
            INSERT INTO attachment (message_id, ordinal, name, media_type, size, content)
            VALUES (?, ?, ?, ?, ?, ?)
            """;

    private static final String COPY =
            """
            INSERT INTO attachment (message_id, ordinal, name, media_type, size, content)
            SELECT CAST(? AS UUID), ordinal, name, media_type, size, content
            FROM attachment WHERE message_id = ?
            """;

    private Attachments() {}

    static List<Attachment> contents(Reads reads, MessageId message) throws SQLException {
        return reads.list(
                CONTENTS,
                row -> new Attachment(row.text(), row.text(), row.bytes()),
                message.value());
    }

    static void insert(Tx tx, MessageId message, List<Attachment> attachments) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Attachment attachment : attachments) {
            Parameters row = new Parameters().uuid(message.value()).number(rows.size());
            row.text(attachment.name()).text(attachment.mediaType());
            rows.add(row.number(attachment.content().length).bytes(attachment.content()).array());
        }
        tx.batch(INSERT, rows);
    }

    static void copy(Tx tx, MessageId from, MessageId to) throws SQLException {
        tx.update(COPY, to.value(), from.value());
    }

    static List<AttachmentInfo> infos(List<Attachment> attachments) {
        return attachments.stream()
                .map(a -> new AttachmentInfo(a.name(), a.mediaType(), a.content().length))
                .toList();
    }

    /** Looks up what came with those messages that something came with. */
    static List<Message> complete(Reads reads, List<Counted> rows) throws SQLException {
        List<UUID> with =
                rows.stream().filter(r -> r.attachments() > 0).map(Attachments::key).toList();
        Map<UUID, List<AttachmentInfo>> infos = with.isEmpty() ? Map.of() : infosOf(reads, with);
        return rows.stream()
                .map(r -> r.attachments() == 0 ? r.message() : r.with(of(infos, key(r))))
                .toList();
    }

    private static Map<UUID, List<AttachmentInfo>> infosOf(Reads reads, List<UUID> messages)
            throws SQLException {
        record Found(UUID message, AttachmentInfo info) {}
        String sql =
                "SELECT message_id, name, media_type, size FROM attachment WHERE message_id IN ("
                        + Reads.marks(messages.size())
                        + ") ORDER BY message_id, ordinal";
        Map<UUID, List<AttachmentInfo>> infos = new HashMap<>();
        for (Found found :
                reads.list(
                        sql,
                        row ->
                                new Found(
                                        row.uuid(),
                                        new AttachmentInfo(row.text(), row.text(), row.number())),
                        messages.toArray())) {
            infos.computeIfAbsent(found.message(), _ -> new ArrayList<>()).add(found.info());
        }
        return infos;
    }

    private static List<AttachmentInfo> of(Map<UUID, List<AttachmentInfo>> infos, UUID message) {
        return List.copyOf(infos.getOrDefault(message, List.of()));
    }

    private static UUID key(Counted row) {
        return row.message().id().value();
    }
}
