package app.prosa.desktop.transcript;

import app.prosa.conversation.ConversationEvent.ReplyDelta;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.Partial;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reply that is being written, put together from its deltas. For several threads. */
final class LiveReply {
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();

    /** Deltas that came before what precedes them. */
    private final List<ReplyDelta> early = new ArrayList<>();

    private @Nullable MessageId id;

    /**
     * Takes more of a reply; another reply than before replaces that.
     *
     * @return false if text before it is missing, which {@link #fill} brings
     */
    synchronized boolean add(ReplyDelta delta) {
        if (!delta.messageId().equals(id)) {
            begin(delta.messageId());
        }
        if (append(delta)) {
            return true;
        }
        early.add(delta);
        return false;
    }

    private void begin(MessageId reply) {
        id = reply;
        text.setLength(0);
        reasoning.setLength(0);
        early.clear();
    }

    private boolean append(ReplyDelta delta) {
        StringBuilder to = delta.reasoning() ? reasoning : text;
        int known = to.length() - delta.offset();
        if (known < 0) {
            return false;
        }
        if (known < delta.delta().length()) {
            to.append(delta.delta(), known, delta.delta().length());
        }
        return true;
    }

    /** Takes what has arrived of a reply so far. */
    synchronized void fill(MessageId reply, String answer, String thought) {
        if (!reply.equals(id)) {
            begin(reply);
        }
        grow(text, answer);
        grow(reasoning, thought);
        early.removeIf(this::append);
    }

    void fill(Partial partial) {
        fill(partial.messageId(), partial.text(), partial.reasoning());
    }

    private static void grow(StringBuilder known, String whole) {
        if (whole.length() > known.length()) {
            known.append(whole, known.length(), whole.length());
        }
    }

    synchronized @Nullable MessageId id() {
        return id;
    }

    /** The message with all of its text that is known here; itself if that is not more. */
    synchronized Message complete(Message message) {
        boolean mine = message.id().equals(id) && message.state() == MessageState.STREAMING;
        boolean more =
                text.length() > message.text().length()
                        || reasoning.length() > message.reasoning().length();
        return mine && more
                ? message.withText(
                        longer(text, message.text()), longer(reasoning, message.reasoning()))
                : message;
    }

    private static String longer(CharSequence live, String stored) {
        return live.length() > stored.length() ? live.toString() : stored;
    }
}
