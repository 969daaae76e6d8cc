package app.prosa.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One connection of the fake. Its thread reads requests and does nothing else, so that it sees the
 * client leave while an answer is being written by another thread.
 */
final class FakeConnection {
    static final JsonMapper JSON = new JsonMapper();

    private final FakeOpenAi server;
    private final Socket socket;
    private final int number;
    private @Nullable Received current;

    FakeConnection(FakeOpenAi server, Socket socket, int number) {
        this.server = server;
        this.socket = socket;
        this.number = number;
    }

    void serve() {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream())) {
            socket.setTcpNoDelay(true);
            while (true) {
                Received request = read(in);
                current = request;
                server.received(request);
                FakeAnswer answer = new FakeAnswer(socket, request);
                Thread.ofVirtual().start(() -> answer(request, answer));
            }
        } catch (IOException e) {
            noteLeaving(); // also the ordinary end of an unused connection
        }
    }

    private void noteLeaving() {
        if (current != null && !current.answered().isDone()) {
            current.left().complete(System.nanoTime());
        }
    }

    private void answer(Received request, FakeAnswer answer) {
        try {
            dispatch(request, answer);
            request.answered().complete(null);
        } catch (IOException e) {
            request.left().complete(System.nanoTime());
        }
    }

    private void dispatch(Received request, FakeAnswer answer) throws IOException {
        FakeRules.Broken broken = FakeRules.check(request, server.key());
        if (broken != null) {
            answer.error(broken.status(), broken.message(), broken.code());
        } else if (request.path().endsWith("/models")) {
            answer.json(200, models());
        } else {
            FakeModel model = FakeModel.named(request.model());
            if (model == null) {
                FakeModel.MISSING.answer(answer, request, 1);
            } else {
                model.answer(answer, request, server.countCall(model));
            }
        }
    }

    private static String models() {
        return Arrays.stream(FakeModel.values())
                .map(FakeModel::title)
                .map(
                        """
                        {"id":"%s","object":"model","created":1700000000,"owned_by":"fake"}\
                        """
                                ::formatted)
                .collect(Collectors.joining(",", "{\"object\":\"list\",\"data\":[", "]}"));
    }

    private Received read(InputStream in) throws IOException {
        String[] start = line(in).split(" ", -1);
        if (start.length != 3 || !start[2].equals("HTTP/1.1")) {
            throw new IOException("not a request");
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        byte[] body = in.readNBytes(length);
        return new Received(
                start[0],
                start[1],
                headers,
                json(new String(body, StandardCharsets.UTF_8)),
                number,
                new CompletableFuture<>(),
                new CompletableFuture<>());
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            line.append((char) c);
        }
        return line.substring(0, Math.max(0, line.length() - 1));
    }
}
