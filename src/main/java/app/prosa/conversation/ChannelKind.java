package app.prosa.conversation;

import java.util.Locale;
import java.util.Optional;

/** Where a conversation takes place. The {@link #key} is what the API and the database call it. */
public enum ChannelKind {
    /** The operator's own chats in the window. */
    DESKTOP,
    WEB,
    WHATSAPP,
    TELEGRAM,
    INSTAGRAM,
    FACEBOOK;

    private final String key = name().toLowerCase(Locale.ROOT);

    public String key() {
        return key;
    }

    public static Optional<ChannelKind> ofKey(String key) {
        for (ChannelKind kind : values()) {
            if (kind.key.equals(key)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
