package app.prosa.channel.text.markdown;

import app.prosa.channel.text.lines.VisibleText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a link leads that may be followed.
 *
 * @param url all of it, with its scheme
 * @param shown what a reader needs of it: the whole of a web address, the mail address or number
 *     alone
 * @param web it is http or https
 */
record Address(String url, String shown, boolean web) {

    /** The address, unless its scheme is none of ours or it is no address at all. */
    static Optional<Address> of(String url) {
        boolean broken =
                url.chars().anyMatch(c -> c <= ' ' || Character.isISOControl(c))
                        || !VisibleText.clean(url).equals(url);
        if (broken) {
            return Optional.empty();
        }
        for (String scheme : List.of("https://", "http://")) {
            if (startsWith(url, scheme)) {
                return Optional.of(new Address(url, url, true));
            }
        }
        for (String scheme : List.of("mailto:", "tel:")) {
            if (startsWith(url, scheme)) {
                return Optional.of(new Address(url, beforeQuery(url, scheme.length()), false))
                        .filter(address -> !address.shown.isEmpty());
            }
        }
        return Optional.empty();
    }

    private static boolean startsWith(String url, String scheme) {
        int length = scheme.length();
        return url.length() > length
                && url.substring(0, length).toLowerCase(Locale.ROOT).equals(scheme);
    }

    private static String beforeQuery(String url, int start) {
        int query = url.indexOf('?', start);
        return url.substring(start, query < 0 ? url.length() : query);
    }

    /** Whether a link's words are the address already, as they are in a bare link. */
    boolean isShownBy(String words) {
        return words.equals(url)
                || words.equals(shown)
                || url.equals("http://" + words)
                || url.equals("https://" + words);
    }
}
