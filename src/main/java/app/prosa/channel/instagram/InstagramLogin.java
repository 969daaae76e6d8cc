package app.prosa.channel.instagram;

import app.prosa.channel.meta.GraphAccess;
import java.net.URI;

/**
 * In which of two ways an account was connected. The tokens, the servers and the secrets that sign
 * webhooks are different ones.
 *
 * @see <a href="https://developers.facebook.com/documentation/instagram-platform/overview">Meta,
 *     Instagram Platform, Overview</a>
 */
public enum InstagramLogin {
    /** By its owner's login at Instagram. */
    INSTAGRAM,
    /** By the Facebook page that it belongs to, with the page's token. */
    FACEBOOK;

    /** Meta's own server. */
    public URI server() {
        return switch (this) {
            case INSTAGRAM -> GraphAccess.INSTAGRAM;
            case FACEBOOK -> GraphAccess.FACEBOOK;
        };
    }
}
