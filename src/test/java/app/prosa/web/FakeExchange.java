package app.prosa.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One request to the fake and its answer. */
final class FakeExchange {
    /** The request breaks the contract. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int status;

        Refusal(int status, String message) {
            super(message);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpExchange http;
    private final URI own;
    private final Set<String> origins;

    FakeExchange(HttpExchange http, URI own, Set<String> origins) {
        this.http = http;
        this.own = own;
        this.origins = origins;
    }

    String method() {
        return http.getRequestMethod();
    }

    String path() {
        return http.getRequestURI().getPath();
    }

    String query() {
        return Optional.ofNullable(http.getRequestURI().getRawQuery()).orElse("");
    }

    boolean is(String method, String path) {
        return method().equals(method) && path().equals(path);
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(http.getRequestHeaders().getFirst(name));
    }

    Headers headers() {
        return http.getResponseHeaders();
    }

    boolean wantsStream() {
        return header("Accept").equals(Optional.of("text/event-stream"));
    }

    /** The page names its language in every call. */
    void language() {
        check(
                header("Accept-Language").filter(List.of("en", "pt-BR")::contains).isPresent(),
                400,
                "Accept-Language: " + header("Accept-Language"));
    }

    void check(boolean right, int status, String otherwise) {
        if (!right) {
            throw new Refusal(status, otherwise);
        }
    }

    /** A page elsewhere may only call when the operator allowed it. */
    void checkOrigin() {
        String host = own.getAuthority();
        check(header("Host").equals(Optional.of(host)), 421, "Host");
        check(header("Cookie").isEmpty(), 400, "a cookie");
        String origin = header("Origin").orElse("http://" + host);
        if (!origin.equals("http://" + host)) {
            check(origins.contains(origin), 403, "Origin " + origin);
            headers().set("Access-Control-Allow-Origin", origin);
            headers().set("Access-Control-Expose-Headers", "Retry-After");
        }
        headers().set("Vary", "Origin");
    }

    void preflight() throws IOException {
        headers().set("Access-Control-Allow-Methods", "GET, POST");
        headers()
                .set(
                        "Access-Control-Allow-Headers",
                        "Authorization, Content-Type, Accept-Language, Last-Event-ID");
        http.sendResponseHeaders(204, -1);
    }

    JsonNode body() throws IOException {
        check(
                header("Content-Type").equals(Optional.of("application/json")),
                415,
                "Content-Type " + header("Content-Type"));
        return JSON.readTree(http.getRequestBody());
    }

    void error(int status, String sentence, String code) throws IOException {
        json(
                status,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("error", sentence)
                        .put("code", code)
                        .toString());
    }

    void json(int status, String json) throws IOException {
        answer(status, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    void answer(int status, String type, byte[] content) throws IOException {
        headers().set("Content-Type", type);
        headers().set("X-Content-Type-Options", "nosniff");
        http.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        http.getResponseBody().write(content);
    }

    OutputStream stream() throws IOException {
        headers().set("Content-Type", "text/event-stream");
        headers().set("Cache-Control", "no-store");
        http.sendResponseHeaders(200, 0);
        return http.getResponseBody();
    }

    @Override
    public String toString() {
        return method() + " " + http.getRequestURI();
    }
}
