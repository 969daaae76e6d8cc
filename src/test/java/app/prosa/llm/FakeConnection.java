package app.prosa.llm;

import app.prosa.testing.http.HeardRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
        } else if (request.path().endsWith(FakeRecording.PATH)) {
            FakeRecording.answer(answer, request, server.requestsOf(request.model()));
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
        HeardRequest request = HeardRequest.read(in);
        return new Received(
                request.method(),
                request.target(),
                request.headers(),
                body(request),
                number,
                new CompletableFuture<>(),
                new CompletableFuture<>());
    }

    private static JsonNode body(HeardRequest request) throws IOException {
        return request.path().endsWith(FakeRecording.PATH)
                ? FakeRecording.read(request.header("content-type"), request.body())
                : json(new String(request.body(), StandardCharsets.UTF_8));
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
