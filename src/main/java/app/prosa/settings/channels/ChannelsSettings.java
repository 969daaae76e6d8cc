package app.prosa.settings.channels;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the operator chose about the channels, but no secret: those are under the names of {@link
 * ChannelSecrets}.
 *
 * @param paused nothing is answered on any channel; what people write is kept
 * @param transcription of voice messages, on all channels
 */
public record ChannelsSettings(
        boolean paused,
        Telegram telegram,
        Twilio twilio,
        WhatsApp whatsApp,
        Instagram instagram,
        Messenger messenger,
        Transcription transcription) {

    public static final ChannelsSettings DEFAULT =
            new ChannelsSettings(
                    false,
                    Telegram.DEFAULT,
                    Twilio.DEFAULT,
                    WhatsApp.DEFAULT,
                    Instagram.DEFAULT,
                    Messenger.DEFAULT,
                    Transcription.NONE);

    /** The version of Meta's Graph API that is spoken unless another is chosen. */
    public static final String GRAPH_VERSION = "v23.0";

    private static final Pattern VERSION = Pattern.compile("v[0-9]{1,3}\\.[0-9]{1,2}");
    private static final String GRAPH = "https://graph.facebook.com";

    /**
     * A bot.
     *
     * @param webhook Telegram calls the hub, which takes a public address; otherwise it is asked
     * @param baseUrl of the Bot API, without a slash at its end
     */
    public record Telegram(ChannelRules rules, boolean webhook, String baseUrl) {
        public static final String BASE_URL = "https://api.telegram.org";
        public static final Telegram DEFAULT = new Telegram(ChannelRules.PERSONAL, false, BASE_URL);

        public Telegram {
            baseUrl = chosen(baseUrl, BASE_URL);
        }

        public Telegram withRules(ChannelRules value) {
            return new Telegram(value, webhook, baseUrl);
        }

        public Telegram withWebhook(boolean value) {
            return new Telegram(rules, value, baseUrl);
        }

        public Telegram withBaseUrl(String value) {
            return new Telegram(rules, webhook, value);
        }
    }

    /**
     * A WhatsApp number of a Twilio account.
     *
     * @param accountSid {@code AC…}, or empty
     * @param sender {@code whatsapp:+…} or a messaging service's {@code MG…}, or empty
     * @param baseUrl of the REST API, without a slash at its end
     */
    public record Twilio(ChannelRules rules, String accountSid, String sender, String baseUrl) {
        public static final String BASE_URL = "https://api.twilio.com";
        private static final String SCHEME = "whatsapp:";
        private static final Pattern NUMBER = Pattern.compile("\\+[0-9]{5,15}");
        private static final Pattern SERVICE = Pattern.compile("MG[0-9a-fA-F]{32}");
        public static final Twilio DEFAULT = new Twilio(ChannelRules.BUSINESS, "", "", BASE_URL);

        public Twilio {
            baseUrl = chosen(baseUrl, BASE_URL);
        }

        /**
         * A sender as Twilio takes it: a bare number becomes one of WhatsApp.
         *
         * @return empty for what is neither a number with its country nor a messaging service
         */
        public static Optional<String> senderOf(String typed) {
            String text = typed.strip();
            if (SERVICE.matcher(text).matches()) {
                return Optional.of(text);
            }
            String number = text.startsWith(SCHEME) ? text.substring(SCHEME.length()) : text;
            return NUMBER.matcher(number).matches()
                    ? Optional.of(SCHEME + number)
                    : Optional.empty();
        }

        public Twilio withRules(ChannelRules value) {
            return new Twilio(value, accountSid, sender, baseUrl);
        }

        public Twilio withAccountSid(String value) {
            return new Twilio(rules, value, sender, baseUrl);
        }

        public Twilio withSender(String value) {
            return new Twilio(rules, accountSid, value, baseUrl);
        }

        public Twilio withBaseUrl(String value) {
            return new Twilio(rules, accountSid, sender, value);
        }
    }

    /**
     * A WhatsApp number by Meta's Cloud API.
     *
     * @param phoneNumberId Meta's id of the number, not the number itself; or empty
     * @param graphVersion such as {@code v23.0}
     * @param baseUrl of the Graph API, without a slash at its end
     */
    public record WhatsApp(
            ChannelRules rules, String phoneNumberId, String graphVersion, String baseUrl) {
        public static final String BASE_URL = GRAPH;
        public static final WhatsApp DEFAULT =
                new WhatsApp(ChannelRules.BUSINESS, "", GRAPH_VERSION, BASE_URL);

        public WhatsApp {
            graphVersion = chosen(graphVersion, GRAPH_VERSION);
            baseUrl = chosen(baseUrl, BASE_URL);
        }

        public WhatsApp withRules(ChannelRules value) {
            return new WhatsApp(value, phoneNumberId, graphVersion, baseUrl);
        }

        public WhatsApp withPhoneNumberId(String value) {
            return new WhatsApp(rules, value, graphVersion, baseUrl);
        }

        public WhatsApp withGraphVersion(String value) {
            return new WhatsApp(rules, phoneNumberId, value, baseUrl);
        }

        public WhatsApp withBaseUrl(String value) {
            return new WhatsApp(rules, phoneNumberId, graphVersion, value);
        }
    }

    /**
     * An Instagram account.
     *
     * @param accountId Instagram's id of the account, or empty
     * @param facebookLogin the token was made by way of a Facebook page; otherwise at Instagram
     * @param graphVersion such as {@code v23.0}
     * @param baseUrl of the Graph API, without a slash at its end; Meta's own one follows {@code
     *     facebookLogin}
     */
    public record Instagram(
            ChannelRules rules,
            String accountId,
            boolean facebookLogin,
            String graphVersion,
            String baseUrl) {
        public static final String BASE_URL = "https://graph.instagram.com";
        public static final String FACEBOOK_BASE_URL = GRAPH;
        public static final Instagram DEFAULT =
                new Instagram(ChannelRules.BUSINESS, "", false, GRAPH_VERSION, BASE_URL);

        public Instagram {
            graphVersion = chosen(graphVersion, GRAPH_VERSION);
            String given = chosen(baseUrl, BASE_URL);
            boolean metas = given.equals(BASE_URL) || given.equals(FACEBOOK_BASE_URL);
            baseUrl = metas ? metas(facebookLogin) : given;
        }

        private static String metas(boolean facebookLogin) {
            return facebookLogin ? FACEBOOK_BASE_URL : BASE_URL;
        }

        public Instagram withRules(ChannelRules value) {
            return new Instagram(value, accountId, facebookLogin, graphVersion, baseUrl);
        }

        public Instagram withAccountId(String value) {
            return new Instagram(rules, value, facebookLogin, graphVersion, baseUrl);
        }

        public Instagram withFacebookLogin(boolean value) {
            return new Instagram(rules, accountId, value, graphVersion, baseUrl);
        }

        public Instagram withGraphVersion(String value) {
            return new Instagram(rules, accountId, facebookLogin, value, baseUrl);
        }

        public Instagram withBaseUrl(String value) {
            return new Instagram(rules, accountId, facebookLogin, graphVersion, value);
        }
    }

    /**
     * A Facebook page.
     *
     * @param pageId Facebook's id of the page, or empty
     * @param graphVersion such as {@code v23.0}
     * @param baseUrl of the Graph API, without a slash at its end
     */
    public record Messenger(
            ChannelRules rules, String pageId, String graphVersion, String baseUrl) {
        public static final String BASE_URL = GRAPH;
        public static final Messenger DEFAULT =
                new Messenger(ChannelRules.BUSINESS, "", GRAPH_VERSION, BASE_URL);

        public Messenger {
            graphVersion = chosen(graphVersion, GRAPH_VERSION);
            baseUrl = chosen(baseUrl, BASE_URL);
        }

        public Messenger withRules(ChannelRules value) {
            return new Messenger(value, pageId, graphVersion, baseUrl);
        }

        public Messenger withPageId(String value) {
            return new Messenger(rules, value, graphVersion, baseUrl);
        }

        public Messenger withGraphVersion(String value) {
            return new Messenger(rules, pageId, value, baseUrl);
        }

        public Messenger withBaseUrl(String value) {
            return new Messenger(rules, pageId, graphVersion, value);
        }
    }

    public ChannelRules rules(Platform platform) {
        return switch (platform) {
            case TELEGRAM -> telegram.rules();
            case TWILIO -> twilio.rules();
            case WHATSAPP -> whatsApp.rules();
            case INSTAGRAM -> instagram.rules();
            case MESSENGER -> messenger.rules();
        };
    }

    public ChannelsSettings withRules(Platform platform, ChannelRules value) {
        return switch (platform) {
            case TELEGRAM -> with(telegram.withRules(value));
            case TWILIO -> with(twilio.withRules(value));
            case WHATSAPP -> with(whatsApp.withRules(value));
            case INSTAGRAM -> with(instagram.withRules(value));
            case MESSENGER -> with(messenger.withRules(value));
        };
    }

    /** The platforms that are switched on. */
    public List<Platform> enabled() {
        return Arrays.stream(Platform.values()).filter(p -> rules(p).enabled()).toList();
    }

    public ChannelsSettings withPaused(boolean value) {
        return new ChannelsSettings(
                value, telegram, twilio, whatsApp, instagram, messenger, transcription);
    }

    public ChannelsSettings with(Telegram value) {
        return new ChannelsSettings(
                paused, value, twilio, whatsApp, instagram, messenger, transcription);
    }

    public ChannelsSettings with(Twilio value) {
        return new ChannelsSettings(
                paused, telegram, value, whatsApp, instagram, messenger, transcription);
    }

    public ChannelsSettings with(WhatsApp value) {
        return new ChannelsSettings(
                paused, telegram, twilio, value, instagram, messenger, transcription);
    }

    public ChannelsSettings with(Instagram value) {
        return new ChannelsSettings(
                paused, telegram, twilio, whatsApp, value, messenger, transcription);
    }

    public ChannelsSettings with(Messenger value) {
        return new ChannelsSettings(
                paused, telegram, twilio, whatsApp, instagram, value, transcription);
    }

    public ChannelsSettings with(Transcription value) {
        return new ChannelsSettings(
                paused, telegram, twilio, whatsApp, instagram, messenger, value);
    }

    /** Whether a version of the Graph API may be called so. */
    public static boolean isGraphVersion(String text) {
        return VERSION.matcher(text).matches();
    }

    private static String chosen(String value, String otherwise) {
        String text = bare(value);
        return text.isEmpty() ? otherwise : text;
    }

    /** An address without a slash at its end. */
    static String bare(String address) {
        String text = address.strip();
        while (text.endsWith("/")) {
            text = text.substring(0, text.length() - 1);
        }
        return text;
    }
}
