package app.prosa.channel.simulator;

import app.prosa.channel.Webhook;
import app.prosa.channel.Webhook.Request;
import app.prosa.channel.json.Json;
import app.prosa.channel.signature.MetaSignature;
import app.prosa.channel.signature.TelegramSecret;
import app.prosa.conversation.StoreException;
import app.prosa.settings.channels.Platform;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Posts to the hub's webhook, signed as the platform signs. */
final class Post {
    private final Platform platform;
    private final Telephone telephone;
    private volatile Function<String, Optional<Webhook>> hub = _ -> Optional.empty();

    Post(Platform platform, Telephone telephone) {
        this.platform = platform;
        this.telephone = telephone;
    }

    void connect(Function<String, Optional<Webhook>> webhooks) {
        hub = webhooks;
    }

    /** As Meta does: what is not ASCII is escaped, and the signature is over what was escaped. */
    void ofMeta(ObjectNode body, String appSecret) {
        ofMeta(escaped(Json.bytes(body)), appSecret);
    }

    void ofMeta(byte[] body, String appSecret) {
        bring(body, MetaSignature.HEADER, MetaSignature.of(body, appSecret));
    }

    void ofTelegram(ObjectNode update, String secret) {
        bring(Json.bytes(update), TelegramSecret.HEADER, secret);
    }

    private void bring(byte[] body, String header, String value) {
        Map<String, List<String>> headers =
                Map.of(
                        "content-type",
                        List.of("application/json"),
                        header.toLowerCase(Locale.ROOT),
                        List.of(value));
        int status = status(new Request("POST", "", headers, body));
        if (status != 200) {
            telephone.shows(new Screen.NotTaken(status));
        }
    }

    private int status(Request request) {
        try {
            return hub.apply(platform.webhookPath())
                    .map(webhook -> webhook.handle(request).status())
                    .orElse(Webhook.Response.NOT_FOUND.status());
        } catch (StoreException e) {
            return 503; // as the server answers, so that the platform sends it again
        }
    }

    private static byte[] escaped(byte[] utf8) {
        StringBuilder ascii = new StringBuilder();
        for (char c : new String(utf8, StandardCharsets.UTF_8).toCharArray()) {
            if (c < 0x80) {
                ascii.append(c);
            } else {
                ascii.append("\\u").append(HexFormat.of().toHexDigits(c));
            }
        }
        return ascii.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
