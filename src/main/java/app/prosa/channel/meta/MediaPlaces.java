package app.prosa.channel.meta;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * From where files are fetched: Meta's own hosts for them, over TLS, so that neither a message nor
 * a redirect can send us to an address inside this network. And the Graph API's own address, which
 * is the operator's to choose.
 */
final class MediaPlaces {
    private static final Pattern HOSTS =
            Pattern.compile(
                    "([a-z0-9-]+\\.)+(fbcdn\\.net|fbsbx\\.com|cdninstagram\\.com|whatsapp\\.net)");

    private final URI base;

    MediaPlaces(URI base) {
        this.base = base;
    }

    /** Empty for any other place, and for what is no address. */
    Optional<URI> find(String url) {
        try {
            return Optional.of(new URI(url)).filter(this::isOne);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /**
     * Where a redirect leads.
     *
     * @param location may be relative
     */
    Optional<URI> follow(URI from, String location) {
        try {
            return Optional.of(from.resolve(new URI(location))).filter(this::isOne);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private boolean isOne(URI uri) {
        if (uri.getHost() == null || uri.getRawUserInfo() != null) {
            return false;
        }
        return isMetas(uri) || isBase(uri);
    }

    private static boolean isMetas(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme())
                && (uri.getPort() == -1 || uri.getPort() == 443)
                && HOSTS.matcher(uri.getHost().toLowerCase(Locale.ROOT)).matches();
    }

    private boolean isBase(URI uri) {
        return Objects.equals(uri.getScheme(), base.getScheme())
                && uri.getHost().equalsIgnoreCase(base.getHost())
                && uri.getPort() == base.getPort();
    }
}
