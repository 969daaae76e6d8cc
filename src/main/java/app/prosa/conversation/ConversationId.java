package app.prosa.conversation;

import java.util.UUID;

/** Names one conversation; later ones sort after earlier ones. */
public record ConversationId(UUID value) {
    public static ConversationId next() {
        return new ConversationId(Uuid7.next());
    }

    /**
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static ConversationId of(String text) {
        return new ConversationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
