package app.prosa.channel.text.lines;

import java.util.List;

/**
 * A stretch of a line that looks the same throughout.
 *
 * @param text not empty
 * @param looks from the outermost to the innermost
 */
public record Run(String text, List<Look> looks, Role role) {

    /** What it is there for. */
    public enum Role {
        WORDS,
        /** An address to be seen; it is not cut. */
        ADDRESS,
        /**
         * The address behind the words before it, in parentheses. It is neither cut nor parted from
         * them, and not shown where the words themselves carry the link.
         */
        TARGET
    }

    public static Run words(String text) {
        return new Run(text, List.of(), Role.WORDS);
    }

    public Run within(int from, int to) {
        return new Run(text.substring(Math.max(from, 0), Math.min(to, text.length())), looks, role);
    }
}
