package app.prosa.storage;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text without case and accents, so that {@code acao} finds {@code Ação}. */
final class Folding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Folding() {}

    static String fold(String text) {
        String plain = text;
        if (!Normalizer.isNormalized(text, Normalizer.Form.NFKD)) {
            plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        }
        // Up and down again, so that ß is ss and ς is σ.
        return plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('ς', 'σ');
    }

    /** What stands for "contains this" after LIKE, with {@code !} as the escape. */
    static String contains(String text) {
        String escaped = fold(text).replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return "%" + escaped + "%";
    }
}
