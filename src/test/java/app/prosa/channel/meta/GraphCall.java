package app.prosa.channel.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * A request that the fake received.
 *
 * @param name what it is for: {@code messages}, {@code file}, and {@code object} for all else
 * @param method such as {@code POST}
 * @param path without the query
 * @param query decoded
 * @param headers names in lower case
 * @param body missing where there was no JSON
 */
public record GraphCall(
        String name,
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        JsonNode body) {

    static String name(String path) {
        if (path.startsWith("/files/")) {
            return "file";
        }
        return path.endsWith("/messages") ? "messages" : "object";
    }
}
