package app.prosa.settings;

import app.prosa.settings.hub.Network;
import app.prosa.settings.hub.Origin;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
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
    PROSA_KEYSTORE_PASSWORD(Form.TEXT);

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
        SWITCH;

        boolean fits(String value) {
            return switch (this) {
                case TEXT -> true;
                case LINE -> value.chars().noneMatch(Character::isISOControl);
                // It travels in an HTTP header, which takes nothing else.
                case KEY -> value.chars().allMatch(c -> c > ' ' && c < 0x7f);
                case ADDRESS -> isAddress(value);
                case LANGUAGE -> Language.named(value).isPresent();
                case FOLDER -> isFolder(value);
                case PORT -> isPort(value);
                case IP -> Network.parse(value).isPresent() && !value.contains("/");
                case ORIGINS -> each(value).allMatch(word -> Origin.parse(word).isPresent());
                case NETWORKS -> each(value).allMatch(word -> Network.parse(word).isPresent());
                case SWITCH -> value.equals("on") || value.equals("off");
            };
        }

        /** The words of a list, which commas part. */
        static Stream<String> each(String list) {
            return Arrays.stream(list.split(",", -1)).map(String::strip).filter(w -> !w.isEmpty());
        }

        private static boolean isPort(String value) {
            try {
                int port = Integer.parseInt(value);
                return port >= 0 && port <= 0xffff;
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
