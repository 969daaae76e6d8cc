package app.prosa.desktop.transcript.find;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Text without case, accents and typographic niceties, so that {@code acao} is found in {@code
 * Ação}, and where each of its characters stood before.
 */
final class Folded {
    /** The first letters are by far the most frequent. */
    private static final String[] LATIN = new String[0x250];

    static {
        for (int c = 0; c < LATIN.length; c++) {
            LATIN[c] = fold(c);
        }
    }

    private final String original;
    private final StringBuilder text;

    /** Where each character of the text begins in the original; null if that is where it is. */
    private int @Nullable [] at;

    private Folded(String original) {
        this.original = original;
        this.text = new StringBuilder(original.length());
    }

    static Folded of(String original) {
        Folded folded = new Folded(original);
        int i = 0;
        while (i < original.length() && original.charAt(i) < 0x80) {
            folded.text.append(LATIN[original.charAt(i)]);
            i++;
        }
        if (i < original.length()) {
            folded.foldFrom(i);
        }
        return folded;
    }

    private void foldFrom(int start) {
        int[] places = new int[original.length() + 8];
        for (int i = 0; i < start; i++) {
            places[i] = i;
        }
        int i = start;
        while (i < original.length()) {
            int c = original.codePointAt(i);
            int before = text.length();
            if (c < LATIN.length) {
                text.append(LATIN[c]);
            } else if (isIdeograph(c)) {
                text.append((char) c);
            } else {
                text.append(fold(c));
            }
            if (places.length < text.length()) {
                places = Arrays.copyOf(places, text.length() * 2);
            }
            Arrays.fill(places, before, text.length(), i);
            i += Character.charCount(c);
        }
        at = places;
    }

    /** Chinese, Japanese and Korean characters, most of which have nothing to fold. */
    private static boolean isIdeograph(int c) {
        return c >= 0x2E80 && c <= 0xD7A3;
    }

    private static String fold(int c) {
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
                .codePoints()
                .filter(part -> !isLeftOut(part))
                .forEach(part -> append(part, folded));
        return folded.toString();
    }

    private static boolean isLeftOut(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT ->
                    true;
            default -> false;
        };
    }

    private static void append(int c, StringBuilder to) {
        switch (c) {
            case '\u2018', '\u2019', '\u201B' -> to.append('\'');
            case '\u201C', '\u201D', '\u201E' -> to.append('"');
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014' -> to.append('-');
            default -> {
                boolean blank = Character.isWhitespace(c) || Character.isISOControl(c);
                // Up and down again, so that ß is ss and ς is σ.
                String upper = Character.toString(c).toUpperCase(Locale.ROOT);
                to.append(blank ? " " : upper.toLowerCase(Locale.ROOT).replace('ς', 'σ'));
            }
        }
    }

    String text() {
        return text.toString();
    }

    int indexOf(String folded, int from) {
        return text.indexOf(folded, from);
    }

    /** The part of the original that became this part of the text, with its accents. */
    Range original(int from, int to) {
        int[] places = at;
        if (places == null) {
            return new Range(from, to);
        }
        int last = places[to - 1];
        int end = last + Character.charCount(original.codePointAt(last));
        int next = to < text.length() ? places[to] : original.length();
        return new Range(places[from], Math.max(end, next));
    }
}
