package app.prosa.server.operator;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationOptions;
import app.prosa.conversation.Mode;
import app.prosa.server.http.ApiError;
import app.prosa.server.http.Refusal;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * Where the next page of the list begins, as a word that a client hands back. Holds what the list
 * is sorted by, so that it stays good when the conversation that it came from has moved.
 */
final class Cursor {
    private Cursor() {}

    static String of(Conversation last) {
        return (last.pinned() ? "p" : "n") + last.updatedAt().toEpochMilli() + "." + last.id();
    }

    /**
     * A conversation that stands where the page before ended.
     *
     * @throws Refusal INVALID_PARAMETER
     */
    static Conversation parse(String word) {
        int dot = word.indexOf('.');
        boolean pinned = word.startsWith("p");
        try {
            if (dot < 0 || !(pinned || word.startsWith("n"))) {
                throw new Refusal(ApiError.INVALID_PARAMETER, "after");
            }
            Instant at = Instant.ofEpochMilli(Long.parseLong(word, 1, dot, 10));
            return place(ConversationId.of(word.substring(dot + 1)), pinned, at);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Refusal(ApiError.INVALID_PARAMETER, "after");
        }
    }

    private static Conversation place(ConversationId id, boolean pinned, Instant at) {
        return new Conversation(
                id,
                ChannelKind.DESKTOP,
                "",
                "",
                false,
                pinned,
                Mode.AUTO,
                ConversationOptions.DEFAULT,
                at,
                at,
                0,
                "",
                0,
                null);
    }
}
