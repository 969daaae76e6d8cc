package app.prosa.storage;

import app.prosa.conversation.ConversationId;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** What is typed and not sent yet: the rows of the table {@code draft}, none for an empty one. */
final class Drafts {
    private Drafts() {}

    static String find(Reads reads, ConversationId id) throws SQLException {
        String sql = "SELECT text FROM draft WHERE conversation_id = ?";
        return reads.first(sql, Row::text, id.value()).orElse("");
    }

    /** Under the lock of its conversation, if it has one, so that no two of them insert. */
    static Optional<String> save(Tx tx, ConversationId id, String text) throws SQLException {
        UUID key = id.value();
        if (text.isEmpty()) {
            tx.update("DELETE FROM draft WHERE conversation_id = ?", key);
        } else if (tx.update("UPDATE draft SET text = ? WHERE conversation_id = ?", text, key)
                == 0) {
            tx.update("INSERT INTO draft (conversation_id, text) VALUES (?, ?)", key, text);
        }
        return Optional.of(text);
    }
}
