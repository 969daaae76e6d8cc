package app.prosa.desktop.transcript.lines;

import java.util.Locale;
import java.util.Set;

/**
 * What the highlighter knows of a language, from {@code languages.txt}.
 *
 * @param comments what begins a comment to the end of the line
 * @param opening what begins a comment that ends with {@code closing}, or empty
 * @param quotes the characters around strings
 */
record CodeLanguage(
        Set<String> keywords,
        Set<String> comments,
        String opening,
        String closing,
        String quotes,
        Set<Flag> flags) {

    /** Peculiarities. */
    enum Flag {
        /** Keywords in any case. */
        ANY_CASE,
        /** Three quotes in a row begin a string over several lines. */
        TRIPLE,
        /** A name before a colon or an equals sign is a key. */
        KEYS,
        /** A name after an angle bracket is a tag. */
        TAGS
    }

    boolean has(Flag flag) {
        return flags.contains(flag);
    }

    boolean isKeyword(String word) {
        return keywords.contains(has(Flag.ANY_CASE) ? word.toLowerCase(Locale.ROOT) : word);
    }
}
