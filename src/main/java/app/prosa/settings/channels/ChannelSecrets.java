package app.prosa.settings.channels;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** Under which names the secrets of channels are kept in {@link app.prosa.settings.Secrets}. */
public final class ChannelSecrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private ChannelSecrets() {}

    /** What a platform and we know of each other. */
    public enum Kind {
        /** What we call the platform with: Twilio's auth token, Meta's access token. */
        TOKEN("token"),
        /** What Meta signs with: the secret of the app. */
        APP_SECRET("app-secret"),
        /** The same where an Instagram account is reached by way of a Facebook page. */
        FACEBOOK_APP_SECRET("facebook-app-secret"),
        /** What Meta proves to be itself with when a webhook is set up; made by us. */
        VERIFY_TOKEN("verify-token"),
        /** What Telegram proves to be itself with; made by us. */
        WEBHOOK_SECRET("webhook-secret");

        private final String suffix;

        Kind(String suffix) {
            this.suffix = suffix;
        }

        public String nameFor(Platform platform) {
            return "channel/" + platform.key() + "/" + suffix;
        }

        /** Whether the program makes it, and the operator only carries it to the platform. */
        public boolean madeByUs() {
            return this == VERIFY_TOKEN || this == WEBHOOK_SECRET;
        }
    }

    /** Which secrets a platform has. */
    public static List<Kind> of(Platform platform) {
        return switch (platform) {
            case TELEGRAM -> List.of(Kind.TOKEN, Kind.WEBHOOK_SECRET);
            case TWILIO -> List.of(Kind.TOKEN);
            case WHATSAPP, MESSENGER -> List.of(Kind.TOKEN, Kind.APP_SECRET, Kind.VERIFY_TOKEN);
            case INSTAGRAM ->
                    List.of(
                            Kind.TOKEN,
                            Kind.APP_SECRET,
                            Kind.FACEBOOK_APP_SECRET,
                            Kind.VERIFY_TOKEN);
        };
    }

    public static String token(Platform platform) {
        return Kind.TOKEN.nameFor(platform);
    }

    /** Of Meta's platforms; those of Instagram are {@link #appSecrets}. */
    public static String appSecret(Platform platform) {
        return Kind.APP_SECRET.nameFor(platform);
    }

    /** Any of them may be what a webhook of Meta is signed with. */
    public static List<String> appSecrets(Platform platform) {
        return of(platform).stream()
                .filter(kind -> kind == Kind.APP_SECRET || kind == Kind.FACEBOOK_APP_SECRET)
                .map(kind -> kind.nameFor(platform))
                .toList();
    }

    /** Of Meta's platforms. */
    public static String verifyToken(Platform platform) {
        return Kind.VERIFY_TOKEN.nameFor(platform);
    }

    /** Of Telegram. */
    public static String webhookSecret(Platform platform) {
        return Kind.WEBHOOK_SECRET.nameFor(platform);
    }

    /** A new one of those that we make: 256 bits by chance, of letters, digits, - and _. */
    public static String make() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
