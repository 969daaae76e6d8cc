package app.prosa.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The DevTools protocol over a pair of pipes: JSON messages, each ended by a NUL.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">The protocol</a>
 */
final class DevTools {
    /** Generous: a machine may be very busy, and a page may wait for something for long. */
    static final int PATIENCE_SECONDS = 120;

    static final JsonMapper JSON = new JsonMapper();

    private final OutputStream out;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
    private final List<Consumer<JsonNode>> listeners = new CopyOnWriteArrayList<>();

    DevTools(InputStream in, OutputStream out) {
        this.out = out;
        Thread.ofVirtual().name("devtools").start(() -> read(in));
    }

    /** The listener is called with every event, one after the other; it must not call. */
    void listen(Consumer<JsonNode> listener) {
        listeners.add(listener);
    }

    /**
     * @param session which page is meant, or empty for the browser itself
     * @throws IllegalStateException when the browser refuses or is gone
     */
    JsonNode call(String session, String method, Map<String, ?> parameters) {
        int id = ids.incrementAndGet();
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        open.put(id, answer);
        write(message.toString());
        return result(method, answer);
    }

    private static JsonNode result(String method, CompletableFuture<JsonNode> answer) {
        try {
            JsonNode message = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (message.has("error")) {
                throw new IllegalStateException(method + ": " + message.path("error"));
            }
            return message.path("result");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(method, e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(method, e);
        }
    }

    private synchronized void write(String message) {
        try {
            out.write(message.getBytes(StandardCharsets.UTF_8));
            out.write(0);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The browser is gone", e);
        }
    }

    private void read(InputStream in) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        byte[] buffer = new byte[64 * 1024];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    if (buffer[i] == 0) {
                        received(message.toByteArray());
                        message.reset();
                    } else {
                        message.write(buffer[i]);
                    }
                }
            }
        } catch (IOException e) {
            gone(e);
        }
        gone(new IOException("The browser closed the pipe"));
    }

    private void gone(IOException why) {
        open.values().forEach(answer -> answer.completeExceptionally(why));
    }

    private void received(byte[] json) throws IOException {
        JsonNode message = JSON.readTree(json);
        CompletableFuture<JsonNode> answer = open.remove(message.path("id").asInt());
        if (answer != null) {
            answer.complete(message);
        } else {
            listeners.forEach(listener -> listener.accept(message));
        }
    }
}
