package app.prosa.channel.twilio;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of a message. Only the two names are kept of the address that a webhook says, so that
 * whatever it says, our credentials go to the API and nowhere else.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/media-resource">Twilio, Media</a>
 */
record MediaReference(String message, String media) {
    private static final Pattern KEPT =
            Pattern.compile("(" + Sids.MESSAGE + ")/(" + Sids.MEDIA + ")");
    private static final Pattern URL =
            Pattern.compile(
                    "https://api(?:\\.[a-z0-9-]{1,63}){0,2}\\.twilio\\.com"
                            + "/2010-04-01/Accounts/(AC[0-9a-fA-F]{32})"
                            + "/Messages/("
                            + Sids.MESSAGE
                            + ")/Media/("
                            + Sids.MEDIA
                            + ")");

    /**
     * @return empty for what is no address of the API, or another account's
     */
    static Optional<MediaReference> ofUrl(String url, TwilioAccount account) {
        Matcher parts = URL.matcher(url);
        return parts.matches() && parts.group(1).equals(account.sid())
                ? Optional.of(new MediaReference(parts.group(2), parts.group(3)))
                : Optional.empty();
    }

    /** Reads what {@link #kept} wrote. */
    static Optional<MediaReference> of(String kept) {
        Matcher parts = KEPT.matcher(kept);
        return parts.matches()
                ? Optional.of(new MediaReference(parts.group(1), parts.group(2)))
                : Optional.empty();
    }

    /** What {@code Media.File} calls its reference. */
    String kept() {
        return message + "/" + media;
    }

    /** Below the account. */
    String path() {
        return "/Messages/" + message + "/Media/" + media;
    }
}
