package app.prosa.llm;

import app.prosa.conversation.ReplyMeta.Usage;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One piece of a streamed answer ({@code chat.completion.chunk} of the OpenAI API), with what of it
 * is used here. Every field is one that may be missing or of another type, because what is required
 * by the API's description is left out by many servers; then it is as if it were empty.
 *
 * <p>openai-java's own class for it takes ten times as long to be read, by reflection, and an
 * answer has hundreds.
 */
final class Chunk {
    /** Each call has a thread of its own, so buffers that belong to threads are always new ones. */
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                    .build();

    String model = "";
    String content = "";
    String refusal = "";
    String finishReason = "";
    @Nullable Usage usage;

    /** It says what went wrong instead. */
    boolean isError;

    /**
     * Where models put what they think aloud, which the API's description does not know: DeepSeek
     * and vLLM here, OpenRouter, Groq and Ollama in the next. A server that sends both sends the
     * same text twice.
     */
    private String reasoningContent = "";

    private String reasoning = "";

    private Chunk() {}

    /**
     * @throws com.fasterxml.jackson.core.JsonProcessingException when it is not JSON
     */
    static Chunk read(byte[] json, int length) throws IOException {
        Chunk chunk = new Chunk();
        try (JsonParser in = JSON.createParser(json, 0, length)) {
            if (in.nextToken() == JsonToken.START_OBJECT) {
                chunk.readAll(in);
            }
        }
        return chunk;
    }

    String reasoning() {
        return reasoningContent.isEmpty() ? reasoning : reasoningContent;
    }

    private void readAll(JsonParser in) throws IOException {
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            JsonToken value = in.nextToken();
            switch (name) {
                case "model" -> model = text(in);
                case "choices" -> readChoices(in, value);
                case "usage" -> readUsage(in, value);
                case "error" -> {
                    isError |= value != JsonToken.VALUE_NULL;
                    in.skipChildren();
                }
                default -> in.skipChildren();
            }
        }
    }

    /** The first one is the answer: no more are asked for. */
    private void readChoices(JsonParser in, JsonToken value) throws IOException {
        if (value != JsonToken.START_ARRAY) {
            in.skipChildren();
            return;
        }
        boolean first = true;
        for (JsonToken one = in.nextToken(); one != JsonToken.END_ARRAY; one = in.nextToken()) {
            if (first && one == JsonToken.START_OBJECT) {
                readChoice(in);
            } else {
                in.skipChildren();
            }
            first = false;
        }
    }

    private void readChoice(JsonParser in) throws IOException {
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            JsonToken value = in.nextToken();
            if (name.equals("delta") && value == JsonToken.START_OBJECT) {
                readDelta(in);
            } else if (name.equals("finish_reason")) {
                finishReason = text(in);
            } else {
                in.skipChildren();
            }
        }
    }

    private void readDelta(JsonParser in) throws IOException {
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            switch (name) {
                case "content" -> content = text(in);
                case "refusal" -> refusal = text(in);
                case "reasoning_content" -> reasoningContent = text(in);
                case "reasoning" -> reasoning = text(in);
                default -> in.skipChildren();
            }
        }
    }

    private void readUsage(JsonParser in, JsonToken value) throws IOException {
        if (value != JsonToken.START_OBJECT) {
            in.skipChildren();
            return;
        }
        int asked = -1;
        int answered = -1;
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            in.nextToken();
            switch (name) {
                case "prompt_tokens" -> asked = count(in);
                case "completion_tokens" -> answered = count(in);
                default -> in.skipChildren();
            }
        }
        usage = asked < 0 || answered < 0 ? null : new Usage(asked, answered);
    }

    private static String text(JsonParser in) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_STRING) {
            return in.getText();
        }
        in.skipChildren();
        return "";
    }

    private static int count(JsonParser in) throws IOException {
        if (in.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return Math.clamp(in.getValueAsLong(), 0, Integer.MAX_VALUE);
        }
        in.skipChildren();
        return -1;
    }
}
