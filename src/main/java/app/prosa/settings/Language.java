package app.prosa.settings;

import java.util.Locale;
import java.util.Optional;

/** The languages of the texts. */
public enum Language {
    /** The computer's language if it is one of ours, otherwise English. */
    SYSTEM,
    ENGLISH,
    PORTUGUESE;

    public Locale locale() {
        return switch (this) {
            case SYSTEM -> ofSystem();
            case ENGLISH -> Locale.ENGLISH;
            case PORTUGUESE -> Locale.of("pt", "BR");
        };
    }

    /**
     * @param name {@code system}, or a language as systems write them: en, pt-BR, pt_BR.UTF-8
     */
    static Optional<Language> named(String name) {
        return switch (name.toLowerCase(Locale.ROOT).split("[-_.]", 2)[0]) {
            case "system" -> Optional.of(SYSTEM);
            case "en" -> Optional.of(ENGLISH);
            case "pt" -> Optional.of(PORTUGUESE);
            default -> Optional.empty();
        };
    }

    private static Locale ofSystem() {
        boolean portuguese = Locale.getDefault(Locale.Category.DISPLAY).getLanguage().equals("pt");
        return (portuguese ? PORTUGUESE : ENGLISH).locale();
    }
}
