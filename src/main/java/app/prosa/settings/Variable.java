package app.prosa.settings;

import app.prosa.settings.channels.ChannelRules;
import app.prosa.settings.channels.ChannelsSettings;
import app.prosa.settings.channels.ChannelsSettings.Twilio;
import app.prosa.settings.channels.Door;
import app.prosa.settings.hub.Network;
import app.prosa.settings.hub.Origin;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The environment variables that the program knows. A name here is the variable's name. */
public enum Variable {
    /** The key of the provider {@link Environment#PROVIDER}. */
    OPENAI_API_KEY(Form.KEY),
    /** Its address; OpenAI's own if only the key is set. */
    OPENAI_BASE_URL(Form.ADDRESS),
    /** The model of new conversations. */
    OPENAI_MODEL(Form.LINE),
    /** What new conversations tell the model. */
    AI_SYSTEM_PROMPT(Form.TEXT),
    /** The language of the texts. */
    PROSA_LANGUAGE(Form.LANGUAGE),
    /** Where everything is kept. */
    PROSA_DATA_DIR(Form.FOLDER),
    /** The passphrase of the secrets file. */
    PROSA_MASTER_KEY(Form.TEXT),
    /** Where the hub listens. */
    PORT(Form.PORT),
    /** The address it listens on. */
    PROSA_BIND(Form.IP),
    /** How it is reached from outside. */
    PROSA_PUBLIC_URL(Form.ADDRESS),
    /** The web pages elsewhere that may call it. */
    PROSA_ORIGINS(Form.ORIGINS),
    /** Whose word about the caller's address counts. */
    PROSA_TRUSTED_PROXIES(Form.NETWORKS),
    /** A key of the operator's scope. */
    PROSA_API_KEY(Form.KEY),
    /** Whether the limits per key, user and address hold. */
    PROSA_LIMITS(Form.SWITCH),
    /** The PKCS12 file for TLS. */
    PROSA_KEYSTORE(Form.FOLDER),
    /** Its password. */
    PROSA_KEYSTORE_PASSWORD(Form.TEXT),
    /** How long nothing more has to come on a channel before an answer begins. */
    PROSA_DEBOUNCE_MS(Form.MILLIS),
    /** The model that writes down voice messages. */
    PROSA_TRANSCRIPTION_MODEL(Form.LINE),
    /** Its address, if it is not that of the provider that new conversations have. */
    PROSA_TRANSCRIPTION_BASE_URL(Form.ADDRESS),
    /** Its key, if it is not that of the provider. */
    PROSA_TRANSCRIPTION_API_KEY(Form.KEY),
    /** The token of Telegram's bot; set, the channel is on, as those below. */
    TELEGRAM_BOT_TOKEN(Form.KEY),
    /** What Telegram proves to be itself with; set, it calls the hub and is not asked. */
    PROSA_TELEGRAM_WEBHOOK_SECRET(Form.WORD),
    /** Where the Bot API is. */
    PROSA_TELEGRAM_API_URL(Form.ADDRESS),
    /** Who may talk to the bot. */
    PROSA_TELEGRAM_DOOR(Form.DOOR),
    /** The token of Twilio's account. */
    TWILIO_AUTH_TOKEN(Form.KEY),
    /** The account. */
    TWILIO_ACCOUNT_SID(Form.WORD),
    /** Its WhatsApp number or messaging service. */
    TWILIO_PHONE_NUMBER(Form.SENDER),
    /** Where Twilio's API is. */
    PROSA_TWILIO_API_URL(Form.ADDRESS),
    /** Who may talk to that number. */
    PROSA_TWILIO_DOOR(Form.DOOR),
    /** The secret of Meta's app; of Instagram, where the token was made for a Facebook page. */
    PROSA_GRAPH_APP_SECRET(Form.KEY),
    /** What Meta proves to be itself with when a webhook is set up. */
    PROSA_GRAPH_VERIFY_TOKEN(Form.KEY),
    /** Where the Graph API is. */
    PROSA_GRAPH_API_URL(Form.ADDRESS),
    /** Its version. */
    PROSA_GRAPH_VERSION(Form.VERSION),
    /** The access token of WhatsApp's Cloud API. */
    PROSA_WHATSAPP_TOKEN(Form.KEY),
    /** Meta's id of the number. */
    PROSA_WHATSAPP_PHONE_NUMBER_ID(Form.WORD),
    /** Who may talk to that number. */
    PROSA_WHATSAPP_DOOR(Form.DOOR),
    /** The access token of the Instagram account. */
    PROSA_INSTAGRAM_TOKEN(Form.KEY),
    /** The account's id. */
    PROSA_INSTAGRAM_ACCOUNT_ID(Form.WORD),
    /** The secret of the app at Instagram; set, the token was made there. */
    PROSA_INSTAGRAM_APP_SECRET(Form.KEY),
    /** Who may talk to that account. */
    PROSA_INSTAGRAM_DOOR(Form.DOOR),
    /** The access token of the Facebook page. */
    PROSA_MESSENGER_TOKEN(Form.KEY),
    /** The page's id. */
    PROSA_MESSENGER_PAGE_ID(Form.WORD),
    /** Who may talk to that page. */
    PROSA_MESSENGER_DOOR(Form.DOOR);

    private final Form form;

    Variable(Form form) {
        this.form = form;
    }

    Form form() {
        return form;
    }

    /** What a value must look like. */
    enum Form {
        TEXT,
        LINE,
        KEY,
        ADDRESS,
        LANGUAGE,
        FOLDER,
        PORT,
        IP,
        ORIGINS,
        NETWORKS,
        SWITCH,
        MILLIS,
        WORD,
        SENDER,
        VERSION,
        DOOR;

        /** What Telegram takes as a secret, and ids that stand in a path. */
        private static final Pattern WORDS = Pattern.compile("[A-Za-z0-9_-]{1,256}");

        boolean fits(String value) {
            return switch (this) {
                case TEXT -> true;
                case LINE -> value.chars().noneMatch(Character::isISOControl);
                // It travels in an HTTP header, which takes nothing else.
                case KEY -> value.chars().allMatch(c -> c > ' ' && c < 0x7f);
                case ADDRESS -> isAddress(value);
                case LANGUAGE -> Language.named(value).isPresent();
                case FOLDER -> isFolder(value);
                case PORT -> isNumber(value, 0xffff);
                case IP -> Network.parse(value).isPresent() && !value.contains("/");
                case ORIGINS -> each(value).allMatch(word -> Origin.parse(word).isPresent());
                case NETWORKS -> each(value).allMatch(word -> Network.parse(word).isPresent());
                case SWITCH -> value.equals("on") || value.equals("off");
                case MILLIS -> isNumber(value, ChannelRules.MAX_QUIET_MILLIS);
                case WORD -> WORDS.matcher(value).matches();
                case SENDER -> Twilio.senderOf(value).isPresent();
                case VERSION -> ChannelsSettings.isGraphVersion(value);
                case DOOR -> Door.named(value).isPresent();
            };
        }

        /** The words of a list, which commas part. */
        static Stream<String> each(String list) {
            return Arrays.stream(list.split(",", -1)).map(String::strip).filter(w -> !w.isEmpty());
        }

        private static boolean isNumber(String value, int max) {
            try {
                int number = Integer.parseInt(value);
                return number >= 0 && number <= max;
            } catch (NumberFormatException e) {
                return false;
            }
        }

        private static boolean isAddress(String value) {
            try {
                var uri = new URI(value);
                String scheme = uri.getScheme();
                return scheme != null
                        && Set.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT))
                        && uri.getHost() != null
                        && uri.getRawUserInfo() == null
                        && uri.getRawFragment() == null
                        && uri.getPort() <= 0xffff;
            } catch (URISyntaxException e) {
                return false;
            }
        }

        private static boolean isFolder(String value) {
            try {
                return Path.of(value).getNameCount() >= 0;
            } catch (InvalidPathException e) {
                return false;
            }
        }
    }
}
