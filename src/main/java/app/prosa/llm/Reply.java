package app.prosa.llm;

import app.prosa.conversation.ChatModel.ReplySink;
import app.prosa.conversation.ChatModelException;
import app.prosa.conversation.ChatOutcome;
import app.prosa.conversation.Failure.Kind;
import app.prosa.conversation.ReplyMeta.Usage;
import org.jspecify.annotations.Nullable;

/** An answer that is arriving. */
final class Reply {
    private final Told told;
    private final ThinkSplitter splitter;
    private String model;
    private String finishReason = "";
    private @Nullable Usage usage;
    private boolean anything;

    /**
     * @param model the one asked for
     */
    Reply(ReplySink sink, String model) {
        this.told = new Told(sink);
        this.splitter = new ThinkSplitter(told);
        this.model = model;
    }

    void add(Chunk chunk) {
        anything = true;
        if (!chunk.model.isBlank()) {
            model = chunk.model;
        }
        if (chunk.usage != null) {
            usage = chunk.usage;
        }
        if (!chunk.reasoning().isEmpty()) {
            told.reasoning(chunk.reasoning());
        }
        if (!chunk.content.isEmpty()) {
            splitter.add(chunk.content);
        }
        if (!chunk.refusal.isEmpty()) {
            splitter.add(chunk.refusal);
        }
        if (!chunk.finishReason.isEmpty()) {
            finishReason = chunk.finishReason;
        }
    }

    /** Whether the sink was told anything: from then on there is no second try. */
    boolean begun() {
        return told.anything;
    }

    /** Whether the model said that it had ended. */
    boolean finished() {
        return !finishReason.isEmpty();
    }

    /** The answer breaks off here: what was held back is told. */
    void breakOff() {
        splitter.end();
    }

    /**
     * The stream is over.
     *
     * @param done the server marked its end
     * @throws ChatModelException where that was not the end of the answer
     */
    ChatOutcome end(boolean done) throws ChatModelException {
        splitter.end();
        if (finishReason.equals("content_filter")) {
            throw Diagnosis.of(Kind.CONTENT_REFUSED).exception();
        }
        if (!finished() && !done) {
            throw Diagnosis.of(anything ? Kind.CONNECTION_LOST : Kind.SERVER).exception();
        }
        return new ChatOutcome(model, usage, finishReason.equals("length"));
    }

    /** Remembers whether anything was told. */
    private static final class Told implements ReplySink {
        private final ReplySink sink;
        private boolean anything;

        Told(ReplySink sink) {
            this.sink = sink;
        }

        @Override
        public void answer(String delta) {
            anything = true;
            sink.answer(delta);
        }

        @Override
        public void reasoning(String delta) {
            anything = true;
            sink.reasoning(delta);
        }
    }
}
