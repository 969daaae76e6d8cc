package app.prosa.channel.twilio;

import app.prosa.channel.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message as the fake keeps it.
 *
 * @param direction {@code inbound} or {@code outbound-api}
 * @param from null while a Messaging Service has not chosen
 * @param service null for none
 * @param sent null while it waits
 * @param error of Twilio's, or null
 */
public record FakeStored(
        String sid,
        String direction,
        @Nullable String from,
        String to,
        @Nullable String service,
        String body,
        int media,
        String status,
        Instant created,
        @Nullable Instant sent,
        @Nullable Integer error) {
    private static final DateTimeFormatter RFC_2822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss +0000", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    boolean isInbound() {
        return direction.equals("inbound");
    }

    /** It was sent, by the only number that a service has, and came as far as this. */
    FakeStored now(String fresh, Instant when, @Nullable Integer why) {
        String chosen = from == null ? FakeTwilio.NUMBER : from;
        return new FakeStored(
                sid, direction, chosen, to, service, body, media, fresh, created, when, why);
    }

    ObjectNode json() {
        ObjectNode json =
                Json.object()
                        .put("account_sid", FakeTwilio.SID)
                        .put("api_version", "2010-04-01")
                        .put("body", body)
                        .put("date_created", RFC_2822.format(created))
                        .put("date_sent", sent == null ? null : RFC_2822.format(sent))
                        .put("date_updated", RFC_2822.format(sent == null ? created : sent))
                        .put("direction", direction)
                        .put("error_code", error)
                        .put("error_message", error == null ? null : "It failed with " + error)
                        .put("from", from)
                        .put("messaging_service_sid", service)
                        .put("num_media", "" + media)
                        .put("num_segments", "1");
        json.putNull("price");
        json.put("price_unit", "USD").put("sid", sid).put("status", status).put("to", to);
        String uri = FakeTwilio.PATH + "/Messages/" + sid;
        json.put("uri", uri + ".json");
        json.putObject("subresource_uris").put("media", uri + "/Media.json");
        return json;
    }
}
