package app.prosa.channel.telegram;

import org.jspecify.annotations.Nullable;

/** Telegram's numbers as ids of ours. */
final class Ids {
    private Ids() {}

    /** The external id of a message. */
    static String of(long chat, long message) {
        return chat + ":" + message;
    }

    /** Null for what is no id of a chat. */
    static @Nullable Long chat(String id) {
        try {
            return Long.valueOf(id);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The message of an external id; null for what is none, or of another chat. */
    static @Nullable Long message(@Nullable String id, long chat) {
        String start = chat + ":";
        return id != null && id.startsWith(start) ? chat(id.substring(start.length())) : null;
    }
}
