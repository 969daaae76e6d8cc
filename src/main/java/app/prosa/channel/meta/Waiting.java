package app.prosa.channel.meta;

import app.prosa.channel.json.Fields;
import app.prosa.channel.json.Json;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * How long Meta asks to wait.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/overview/rate-limiting">Graph API,
 *     Rate Limits, Headers</a>
 */
final class Waiting {
    private static final long A_DAY = Duration.ofDays(1).toSeconds();

    private Waiting() {}

    /** At most a day; null when it is not said. */
    static @Nullable Duration of(HttpHeaders headers) {
        LongStream seconds =
                LongStream.concat(
                        headers.allValues("Retry-After").stream().mapToLong(Waiting::number),
                        headers.allValues("X-Business-Use-Case-Usage").stream()
                                .flatMapToLong(Waiting::untilAccess));
        OptionalLong most = seconds.filter(s -> s > 0).max();
        return most.isEmpty() ? null : Duration.ofSeconds(Math.min(most.getAsLong(), A_DAY));
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : 0;
    }

    /** An object with a list for each account that the call was for; Meta counts in minutes. */
    private static LongStream untilAccess(String json) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8)).stream()
                .flatMap(all -> all.node().valueStream())
                .flatMap(uses -> uses.valueStream())
                .map(use -> new Fields(use).number("estimated_time_to_regain_access"))
                .filter(Objects::nonNull)
                .mapToLong(minutes -> Math.clamp(minutes, 0, A_DAY) * 60);
    }
}
