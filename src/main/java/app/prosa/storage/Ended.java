package app.prosa.storage;

import app.prosa.conversation.Failure;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.ReplyMeta;
import org.jspecify.annotations.Nullable;

/** How a reply ended, which has yet to be stored. */
record Ended(
        MessageId reply,
        MessageState state,
        String text,
        String reasoning,
        @Nullable Failure failure,
        @Nullable ReplyMeta meta) {
    /** What a table would refuse must be refused to whoever wants it stored. */
    static boolean fits(String text, String reasoning) {
        return text.length() <= Message.MAX_TEXT && reasoning.length() <= Message.MAX_TEXT;
    }

    boolean fits() {
        return fits(text, reasoning);
    }

    /** The reply as it is read later. */
    Message of(Message open) {
        return open.withText(text, reasoning)
                .withEnd(state, MessageColumns.kept(failure), MessageColumns.kept(meta));
    }
}
