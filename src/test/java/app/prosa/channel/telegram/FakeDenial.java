package app.prosa.channel.telegram;

import app.prosa.channel.json.Json;
import app.prosa.testing.http.FixedAnswer;
import app.prosa.testing.http.Trouble;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * The Bot API says no.
 *
 * @param parameters what {@code parameters} holds, such as {@code retry_after}; empty for none
 */
public record FakeDenial(int code, String description, Map<String, Long> parameters) {

    public static Trouble error(int code, String description) {
        return new FakeDenial(code, description, Map.of()).trouble();
    }

    public static Trouble flood(long seconds) {
        return new FakeDenial(
                        429,
                        "Too Many Requests: retry after " + seconds,
                        Map.of("retry_after", seconds))
                .trouble();
    }

    Trouble trouble() {
        return new Trouble.Instead(answer());
    }

    FixedAnswer answer() {
        ObjectNode json =
                Json.object()
                        .put("ok", false)
                        .put("error_code", code)
                        .put("description", description);
        if (!parameters.isEmpty()) {
            parameters.forEach(json.putObject("parameters")::put);
        }
        return FixedAnswer.json(code, json);
    }
}
