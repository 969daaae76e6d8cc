package app.prosa.llm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The writing side of one answer of the fake. */
final class FakeAnswer {
    private final Socket socket;
    private final Received request;

    FakeAnswer(Socket socket, Received request) {
        this.socket = socket;
        this.request = request;
    }

    /** The shape of OpenAI's errors. */
    void error(int status, String message, String code, String... headers) throws IOException {
        ObjectNode error = FakeConnection.JSON.createObjectNode();
        error.putObject("error")
                .put("message", message)
                .put("type", "invalid_request_error")
                .put("code", code);
        body(status, "application/json", error.toString(), headers);
    }

    void json(int status, String json) throws IOException {
        body(status, "application/json", json);
    }

    void body(int status, String type, String text, String... headers) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String head =
                "HTTP/1.1 %d Fake\r\nContent-Type: %s\r\nContent-Length: %d\r\n"
                        .formatted(status, type, bytes.length);
        StringBuilder more = new StringBuilder();
        for (String header : headers) {
            more.append(header).append("\r\n");
        }
        write(head + more + "\r\n" + text);
    }

    void startStream() throws IOException {
        write(
                """
                HTTP/1.1 200 OK\r
                Content-Type: text/event-stream; charset=utf-8\r
                Cache-Control: no-cache\r
                Transfer-Encoding: chunked\r
                \r
                """);
    }

    /** One event, in a chunk of its own. */
    void data(String data) throws IOException {
        chunk("data: " + data + "\n\n");
    }

    void chunk(String text) throws IOException {
        int length = text.getBytes(StandardCharsets.UTF_8).length;
        write(Integer.toHexString(length) + "\r\n" + text + "\r\n");
    }

    /** A piece of the answer, or of another field of the delta. */
    void delta(String field, String text) throws IOException {
        ObjectNode event = event();
        event.withArray("choices").addObject().put("index", 0).putObject("delta").put(field, text);
        data(event.toString());
    }

    /** Each word is a piece of the answer. */
    void words(String text, Duration pace) throws IOException {
        for (String word : text.split("(?<=\\s)", -1)) {
            pause(pace);
            delta("content", word);
        }
    }

    void finish(String reason) throws IOException {
        ObjectNode event = event();
        ObjectNode choice = event.withArray("choices").addObject().put("index", 0);
        choice.putObject("delta");
        choice.put("finish_reason", reason);
        data(event.toString());
    }

    void usage(int prompt, int completion) throws IOException {
        if (request.body().at("/stream_options/include_usage").asBoolean()) {
            ObjectNode event = event();
            event.putArray("choices");
            event.putObject("usage")
                    .put("prompt_tokens", prompt)
                    .put("completion_tokens", completion)
                    .put("total_tokens", prompt + completion);
            data(event.toString());
        }
    }

    void done() throws IOException {
        chunk("data: [DONE]\n\n");
        endChunks();
    }

    void endChunks() throws IOException {
        write("0\r\n\r\n");
    }

    private ObjectNode event() {
        return FakeConnection.JSON
                .createObjectNode()
                .put("id", "chatcmpl-1")
                .put("object", "chat.completion.chunk")
                .put("created", 1_700_000_000)
                .put("model", request.model() + "-2026");
    }

    /** Ends early when the client leaves. */
    void pause(Duration time) throws IOException {
        try {
            request.left().get(time.toMillis(), TimeUnit.MILLISECONDS);
            throw new IOException("the client left");
        } catch (TimeoutException e) {
            // as intended
        } catch (InterruptedException | ExecutionException e) {
            throw new IOException(e);
        }
    }

    /** Until the client leaves. */
    void beSilent() throws IOException {
        pause(Duration.ofDays(1));
    }

    void close() throws IOException {
        socket.close();
    }

    /** Breaks the connection with a TCP reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    void write(String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
