package app.prosa.conversation;

import app.prosa.conversation.ChatModel.ReplySink;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects a reply as it arrives, tells of each piece, and takes the times. */
final class ReplyBuffer implements ReplySink {
    /** More than this is not an answer any more; the call ends. */
    static final class TooLongException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final ConversationId conversation;
    private final MessageId message;
    private final Consumer<ConversationEvent> publish;
    private final StringBuilder answer = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private final long started = System.nanoTime();
    private long firstToken = -1;
    private long answerBegan = -1;
    private int kept;
    private long keptAt = started;

    ReplyBuffer(
            ConversationId conversation, MessageId message, Consumer<ConversationEvent> publish) {
        this.conversation = conversation;
        this.message = message;
        this.publish = publish;
    }

    @Override
    public void answer(String delta) {
        publish.accept(add(answer, delta, false));
    }

    @Override
    public void reasoning(String delta) {
        publish.accept(add(reasoning, delta, true));
    }

    private synchronized ConversationEvent.ReplyDelta add(
            StringBuilder to, String delta, boolean isReasoning) {
        if (to.length() + delta.length() > Message.MAX_TEXT) {
            throw new TooLongException();
        }
        long now = System.nanoTime() - started;
        firstToken = firstToken < 0 ? now : firstToken;
        answerBegan = !isReasoning && answerBegan < 0 ? now : answerBegan;
        int offset = to.length();
        to.append(delta);
        return new ConversationEvent.ReplyDelta(conversation, message, isReasoning, offset, delta);
    }

    synchronized Partial partial() {
        return new Partial(
                message,
                CleanText.of(answer.toString(), false),
                CleanText.of(reasoning.toString(), false));
    }

    /** The same as {@link #partial} to the letter, for subscribers that go on from an offset. */
    synchronized Partial raw() {
        return new Partial(message, answer.toString(), reasoning.toString());
    }

    /**
     * All that has arrived, or null if nothing has since this returned something, or if that was
     * less than so many nanoseconds ago.
     */
    synchronized @Nullable Partial unkept(long nanos) {
        int length = answer.length() + reasoning.length();
        long now = System.nanoTime();
        if (length == kept || now - keptAt < nanos) {
            return null;
        }
        kept = length;
        keptAt = now;
        return partial();
    }

    synchronized ReplyMeta meta(ModelRef model, ReplyMeta.@Nullable Usage usage, boolean cutShort) {
        Duration reasoned = null;
        if (!reasoning.isEmpty()) {
            long until = answerBegan < 0 ? System.nanoTime() - started : answerBegan;
            reasoned = Duration.ofNanos(until - firstToken);
        }
        return new ReplyMeta(
                model,
                usage,
                firstToken < 0 ? null : Duration.ofNanos(firstToken),
                reasoned,
                Duration.ofNanos(System.nanoTime() - started),
                cutShort);
    }
}
