package app.prosa.server.operator;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationStore.Place;
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
     * Where the page before ended.
     *
     * @throws Refusal INVALID_PARAMETER
     */
    static Place parse(String word) {
        int dot = word.indexOf('.');
        boolean pinned = word.startsWith("p");
        try {
            if (dot < 0 || !(pinned || word.startsWith("n"))) {
                throw new Refusal(ApiError.INVALID_PARAMETER, "after");
            }
            Instant at = Instant.ofEpochMilli(Long.parseLong(word, 1, dot, 10));
            return new Place(pinned, at, ConversationId.of(word.substring(dot + 1)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Refusal(ApiError.INVALID_PARAMETER, "after");
        }
    }
}
