package app.prosa.settings;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Every text that a person reads, in one language. The keys are in {@code
 * i18n/messages.properties}; a key that is not there is a fault of ours and throws.
 */
public final class Texts {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle bundle;

    private Texts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle("i18n/messages", locale, NO_FALLBACK);
    }

    public static Texts in(Language language) {
        return new Texts(language.locale());
    }

    public String get(String key) {
        return bundle.getString(key);
    }

    /**
     * @param arguments fill {@code {0}}, {@code {1}} … as {@link MessageFormat} does; a single
     *     quote in such a text is written twice
     */
    public String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    public Locale locale() {
        return locale;
    }

    /** For FXML, where {@code %key} names a text. */
    public ResourceBundle bundle() {
        return bundle;
    }
}
