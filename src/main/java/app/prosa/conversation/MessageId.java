package app.prosa.conversation;

import java.util.UUID;

/** Names one message; later ones sort after earlier ones. */
public record MessageId(UUID value) {
    public static MessageId next() {
        return new MessageId(Uuid7.next());
    }

    /**
     * @throws IllegalArgumentException when the text is not a UUID
     */
    public static MessageId of(String text) {
        return new MessageId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
