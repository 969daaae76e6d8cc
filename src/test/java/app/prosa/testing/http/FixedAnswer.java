package app.prosa.testing.http;

import app.prosa.channel.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/**
 * An answer that is known from its beginning to its end.
 *
 * @param headers each with its line's end
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FixedAnswer(int status, String headers, byte[] body) {

    public static FixedAnswer json(int status, ObjectNode json) {
        return new FixedAnswer(status, "Content-Type: application/json\r\n", Json.bytes(json));
    }

    public static FixedAnswer text(int status, String headers, String text) {
        return new FixedAnswer(status, headers, text.getBytes(StandardCharsets.UTF_8));
    }

    /** As it goes over the wire. */
    byte[] bytes() {
        String head =
                "HTTP/1.1 %d Fake\r\n%sContent-Length: %d\r\n\r\n"
                        .formatted(status, headers, body.length);
        byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[start.length + body.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }
}
