package app.prosa.channel.twilio;

import app.prosa.channel.http.Exchange;
import app.prosa.channel.http.Limit;
import app.prosa.channel.http.PlatformHttp;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** Knows the address of the API and how to say who we are. */
final class TwilioWire implements AutoCloseable {
    private final String base;
    private final TwilioAccount account;
    private final PlatformHttp http;

    /**
     * @throws IllegalArgumentException when the address is none of a web server
     */
    TwilioWire(URI base, TwilioAccount account, PlatformHttp http) {
        boolean web = "https".equals(base.getScheme()) || "http".equals(base.getScheme());
        boolean plain = base.getRawQuery() == null && base.getRawFragment() == null;
        if (!web || !plain || base.getHost() == null || base.getRawUserInfo() != null) {
            throw new IllegalArgumentException("This is no address of Twilio's API");
        }
        this.base = base.toString().replaceFirst("/+$", "");
        this.account = account;
        this.http = http;
    }

    /**
     * @param path from the root of the API, with its query
     */
    TwilioReply get(String path, Limit limit) throws InterruptedException {
        return TwilioReply.of(fetch(uri(path), limit), account);
    }

    TwilioReply post(String path, SequencedMap<String, String> form, Limit limit)
            throws InterruptedException {
        Map<String, String> headers =
                Map.of(
                        "Authorization",
                        account.authorization(),
                        "Content-Type",
                        "application/x-www-form-urlencoded");
        byte[] body = encoded(form).getBytes(StandardCharsets.US_ASCII);
        return TwilioReply.of(http.post(uri(path), headers, body, limit), account);
    }

    /** Says who we are. */
    Exchange fetch(URI uri, Limit limit) throws InterruptedException {
        return http.get(uri, Map.of("Authorization", account.authorization()), limit);
    }

    /** Says nothing. */
    Exchange fetchUnknown(URI uri, Limit limit) throws InterruptedException {
        return http.get(uri, Map.of(), limit);
    }

    URI uri(String path) {
        return URI.create(base + path);
    }

    TwilioReply reply(Exchange exchange) {
        return TwilioReply.of(exchange, account);
    }

    /** As a form or a query has it; a lone surrogate, which UTF-8 cannot write, becomes a mark. */
    static String encoded(SequencedMap<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
