package app.prosa.llm;

import app.prosa.conversation.ChatModel.ReplySink;
import app.prosa.conversation.ChatModelException;
import app.prosa.conversation.ChatOutcome;
import app.prosa.conversation.Failure.Kind;
import app.prosa.conversation.ReplyMeta.Usage;
import com.openai.core.JsonField;
import com.openai.core.JsonValue;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionChunk.Choice;
import com.openai.models.chat.completions.ChatCompletionChunk.Choice.Delta;
import com.openai.models.completions.CompletionUsage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is arriving. Reads every field as one that may be missing, because what is
 * required by the API's description is left out by many servers.
 */
final class Reply {
    /**
     * Where models put what they think aloud, which the API's description does not know: DeepSeek
     * and vLLM the first, OpenRouter, Groq and Ollama the second. A server that sends both sends
     * the same text twice.
     */
    private static final List<String> REASONING_FIELDS = List.of("reasoning_content", "reasoning");

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

    void add(ChatCompletionChunk chunk) {
        anything = true;
        chunk._model().asKnown().filter(name -> !name.isBlank()).ifPresent(name -> model = name);
        chunk._usage().asKnown().flatMap(Reply::usage).ifPresent(known -> usage = known);
        chunk._choices().asKnown().stream().flatMap(List::stream).findFirst().ifPresent(this::add);
    }

    private void add(Choice choice) {
        choice._delta().asKnown().ifPresent(this::add);
        choice._finishReason().asKnown().ifPresent(reason -> finishReason = reason.asString());
    }

    private void add(Delta delta) {
        Map<String, JsonValue> all = delta._allProperties();
        REASONING_FIELDS.stream()
                .flatMap(field -> text(all.get(field)).stream())
                .findFirst()
                .ifPresent(told::reasoning);
        delta._content().asKnown().filter(text -> !text.isEmpty()).ifPresent(splitter::add);
        delta._refusal().asKnown().filter(text -> !text.isEmpty()).ifPresent(splitter::add);
    }

    private static Optional<String> text(@Nullable JsonField<?> field) {
        return field == null ? Optional.empty() : field.asString().filter(text -> !text.isEmpty());
    }

    private static Optional<Usage> usage(CompletionUsage counted) {
        return counted._promptTokens()
                .asKnown()
                .flatMap(prompt ->
                        counted._completionTokens()
                                .asKnown()
                                .map(answer -> new Usage(count(prompt), count(answer))));
    }

    private static int count(long tokens) {
        return Math.clamp(tokens, 0, Integer.MAX_VALUE);
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
