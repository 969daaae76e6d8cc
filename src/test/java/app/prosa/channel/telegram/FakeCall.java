package app.prosa.channel.telegram;

import app.prosa.testing.http.HeardRequest;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A request that the fake received.
 *
 * @param method of the Bot API, or {@code file} for the fetching of one
 * @param httpMethod such as {@code POST}
 * @param path as it came, with the token
 * @param headers names in lower case
 * @param parameters missing where there was no JSON
 */
public record FakeCall(
        String method,
        String httpMethod,
        String path,
        Map<String, String> headers,
        JsonNode parameters) {

    static FakeCall of(HeardRequest request) {
        return new FakeCall(
                method(request.target()),
                request.method(),
                request.target(),
                request.headers(),
                request.json());
    }

    private static String method(String path) {
        return path.startsWith("/file/") ? "file" : path.substring(path.lastIndexOf('/') + 1);
    }
}
