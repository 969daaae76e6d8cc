package app.prosa.conversation;

import java.util.UUID;

/** Names one conversation; later ones sort after earlier ones. */
public record ConversationId(UUID value) {
    /** Of the chat that is not stored yet: nothing but its draft is kept under it. */
    public static final ConversationId NONE = new ConversationId(new UUID(0, 0));

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
