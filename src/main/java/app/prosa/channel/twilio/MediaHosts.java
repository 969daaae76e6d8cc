package app.prosa.channel.twilio;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a file may be fetched that the API says lies elsewhere: where the API itself is, or at
 * Twilio's media servers, over TLS. No address of a network of our own is among them.
 *
 * @see <a href="https://help.twilio.com/articles/223183748">Twilio, Protect Media Access</a>
 */
final class MediaHosts {
    private static final Pattern MEDIA_SERVER =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+twiliocdn\\.com");

    private MediaHosts() {}

    /**
     * @param asked of the API
     * @param location that it answered with
     * @return empty when nobody should go there
     */
    static Optional<URI> follow(URI asked, String location) {
        return parsed(location)
                .map(asked::resolve)
                .filter(to -> to.getRawUserInfo() == null && to.getHost() != null)
                .filter(to -> isSamePlace(asked, to) || isMediaServer(to));
    }

    private static Optional<URI> parsed(String location) {
        try {
            return Optional.of(new URI(location));
        } catch (java.net.URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isSamePlace(URI asked, URI to) {
        return asked.getScheme().equalsIgnoreCase(to.getScheme())
                && asked.getHost().equalsIgnoreCase(to.getHost())
                && asked.getPort() == to.getPort();
    }

    private static boolean isMediaServer(URI to) {
        boolean usualPort = to.getPort() == -1 || to.getPort() == 443;
        return "https".equalsIgnoreCase(to.getScheme())
                && usualPort
                && MEDIA_SERVER.matcher(to.getHost().toLowerCase(Locale.ROOT)).matches();
    }
}
