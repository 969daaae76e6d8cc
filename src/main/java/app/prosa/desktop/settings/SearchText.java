package app.prosa.desktop.settings;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Texts compared the way people search: no accents, no case, the words in any order. */
final class SearchText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private SearchText() {}

    /** Whether every word of the query is in the text; a blank query is in every text. */
    static boolean matches(String text, String query) {
        String folded = fold(text);
        return words(query).allMatch(folded::contains);
    }

    private static Stream<String> words(String query) {
        return SPACE.splitAsStream(fold(query).strip());
    }

    private static String fold(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
