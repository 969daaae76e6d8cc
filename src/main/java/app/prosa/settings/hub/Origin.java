package app.prosa.settings.hub;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a web page comes from, as browsers write it into {@code Origin} (RFC 6454): scheme and
 * authority in lower case, without a path and without the scheme's own port.
 */
public record Origin(String text) {

    /** Empty for what is no http or https origin, such as {@code null} or {@code *}. */
    public static Optional<Origin> parse(String text) {
        try {
            URI uri = new URI(text.strip().toLowerCase(Locale.ROOT));
            boolean bare =
                    !uri.isOpaque()
                            && uri.getRawUserInfo() == null
                            && uri.getRawQuery() == null
                            && uri.getRawFragment() == null
                            && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"));
            return bare ? of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The origin of an address that may have a path; empty if it is not http or https. */
    public static Optional<Origin> of(URI address) {
        String scheme = address.getScheme();
        String host = address.getHost();
        boolean web = "http".equals(scheme) || "https".equals(scheme);
        if (!web || host == null || address.getPort() > 0xffff) {
            return Optional.empty();
        }
        int usual = scheme.equals("http") ? 80 : 443;
        int port = address.getPort();
        String end = port < 0 || port == usual ? "" : ":" + port;
        return Optional.of(new Origin(scheme + "://" + host.toLowerCase(Locale.ROOT) + end));
    }

    @Override
    public String toString() {
        return text;
    }
}
