package app.prosa.channel.telegram;

import app.prosa.channel.http.Exchange;
import app.prosa.channel.http.Limit;
import app.prosa.channel.http.PlatformHttp;
import app.prosa.channel.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows the addresses, which have the token in them. */
final class TelegramWire implements AutoCloseable {
    // No way up and none from the root: a Bot API server of one's own may answer with a path of
    // its own disk. Whatever else a name may hold is encoded.
    private static final Pattern PATH =
            Pattern.compile(
                    "(?!\\.{1,2}(/|$))[^/\\\\\\p{Cntrl}]+(/(?!\\.{1,2}(/|$))[^/\\\\\\p{Cntrl}]+)*");

    private final String base;
    private final TelegramToken token;
    private final PlatformHttp http;

    /**
     * @throws IllegalArgumentException when the address is none of a web server
     */
    TelegramWire(URI base, TelegramToken token, PlatformHttp http) {
        boolean web = "https".equals(base.getScheme()) || "http".equals(base.getScheme());
        boolean plain = base.getRawQuery() == null && base.getRawFragment() == null;
        if (!web || !plain || base.getHost() == null || base.getRawUserInfo() != null) {
            throw new IllegalArgumentException("This is no address of a Bot API server");
        }
        this.base = base.toString().replaceFirst("/+$", "");
        this.token = token;
        this.http = http;
    }

    TelegramReply call(String method, ObjectNode parameters, Limit limit)
            throws InterruptedException {
        URI uri = URI.create(base + "/bot" + token.reveal() + "/" + method);
        Map<String, String> headers = Map.of("Content-Type", "application/json");
        return TelegramReply.of(http.post(uri, headers, Json.bytes(parameters), limit), token);
    }

    /**
     * @return empty when the path is none below the bot's files
     */
    Optional<Exchange> file(String path, Limit limit) throws InterruptedException {
        if (!PATH.matcher(path).matches()) {
            return Optional.empty();
        }
        URI uri = URI.create(base + "/file/bot" + token.reveal() + "/" + encoded(path));
        return Optional.of(http.get(uri, Map.of(), limit));
    }

    private static String encoded(String path) {
        try {
            return new URI(null, null, "/" + path, null).toASCIIString().substring(1);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    TelegramReply reply(Exchange exchange) {
        return TelegramReply.of(exchange, token);
    }

    @Override
    public void close() {
        http.close();
    }
}
