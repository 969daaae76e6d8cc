package app.prosa.updates;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** Which addresses are asked, followed and shown. */
final class Address {
    private static final Set<String> THIS_COMPUTER = Set.of("localhost", "127.0.0.1", "[::1]");

    private Address() {}

    /** Empty for what is no address. */
    static Optional<URI> parse(String text) {
        try {
            return Optional.of(new URI(text.strip()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    static boolean isHttps(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme()) && namesAHost(uri);
    }

    /** By https, or plainly within this computer. */
    static boolean mayBeAsked(URI uri) {
        return isHttps(uri) || isLocal(uri);
    }

    /** A server elsewhere sends nobody to what listens on this computer. */
    static boolean mayLeadTo(URI from, URI to) {
        return isHttps(to) || (isLocal(from) && isLocal(to));
    }

    private static boolean isLocal(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme())
                && namesAHost(uri)
                && THIS_COMPUTER.contains(uri.getHost());
    }

    /** What stands before an at sign looks like a host and is none. */
    private static boolean namesAHost(URI uri) {
        return uri.getHost() != null && uri.getRawUserInfo() == null;
    }
}
