package app.prosa.llm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A request that the fake received.
 *
 * @param headers names in lower case
 * @param body missing where there was none
 * @param connection counts from 1; the same for requests that came over the same connection
 * @param left when the client closed the connection although the answer was not complete, by {@link
 *     System#nanoTime}
 * @param answered the whole answer was sent
 */
public record Received(
        String method,
        String path,
        Map<String, String> headers,
        JsonNode body,
        int connection,
        CompletableFuture<Long> left,
        CompletableFuture<Void> answered) {

    String model() {
        return body.path("model").asText();
    }

    /** The text of the last message, whether it came as a text or in parts. */
    String lastText() {
        JsonNode content = body.path("messages").path(body.path("messages").size() - 1);
        JsonNode text = content.path("content");
        return text.isArray() ? text.path(0).path("text").asText() : text.asText();
    }
}
