package app.prosa.channel.signature;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A URL as Twilio signs it: to the character, without what follows a {@code #}, which only tells
 * Twilio how to connect.
 *
 * @param scheme with its colon and slashes
 * @param authority host and port
 * @param rest path and query
 */
record SignedUrl(String scheme, String authority, String rest) {
    private static final String HASH = "bodySHA256=";

    /** Anything is taken for a URL; what is none was not signed by anybody. */
    static SignedUrl of(String url) {
        int fragment = url.indexOf('#');
        String whole = fragment < 0 ? url : url.substring(0, fragment);
        int host = whole.indexOf("://") + 3;
        if (host < 3) {
            return new SignedUrl("", "", whole);
        }
        int path = host;
        while (path < whole.length() && whole.charAt(path) != '/' && whole.charAt(path) != '?') {
            path++;
        }
        return new SignedUrl(
                whole.substring(0, host), whole.substring(host, path), whole.substring(path));
    }

    /** With and without the default port: Twilio has signed both. */
    List<String> variants() {
        String whole = scheme + authority + rest;
        String port = defaultPort();
        if (port.isEmpty()) {
            return List.of(whole);
        }
        if (authority.endsWith(port)) {
            String host = authority.substring(0, authority.length() - port.length());
            return List.of(whole, scheme + host + rest);
        }
        return hasPort() ? List.of(whole) : List.of(whole, scheme + authority + port + rest);
    }

    private String defaultPort() {
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "https://" -> ":443";
            case "http://" -> ":80";
            default -> "";
        };
    }

    /** After the name or, in brackets, the number of the host. */
    private boolean hasPort() {
        int host = Math.max(authority.lastIndexOf('@'), authority.lastIndexOf(']'));
        return authority.indexOf(':', host + 1) >= 0;
    }

    /** The hash of a body that is no form, as the query says it. */
    Optional<String> bodyHash() {
        int query = rest.indexOf('?');
        if (query < 0) {
            return Optional.empty();
        }
        for (String parameter : rest.substring(query + 1).split("&", -1)) {
            if (parameter.startsWith(HASH)) {
                return Optional.of(parameter.substring(HASH.length()));
            }
        }
        return Optional.empty();
    }
}
