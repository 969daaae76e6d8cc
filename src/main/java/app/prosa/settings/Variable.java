package app.prosa.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

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
    PROSA_MASTER_KEY(Form.TEXT);

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
        FOLDER;

        boolean fits(String value) {
            return switch (this) {
                case TEXT -> true;
                case LINE -> value.chars().noneMatch(Character::isISOControl);
                // It travels in an HTTP header, which takes nothing else.
                case KEY -> value.chars().allMatch(c -> c > ' ' && c < 0x7f);
                case ADDRESS -> isAddress(value);
                case LANGUAGE -> Language.named(value).isPresent();
                case FOLDER -> isFolder(value);
            };
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
