package app.prosa.conversation;

import app.prosa.conversation.InvalidMessageException.Code;

/**
 * Text as it may be stored: no control characters but newline and tab, no half of a surrogate pair.
 */
final class CleanText {
    private CleanText() {}

    /**
     * @param strict a lone surrogate is an error; otherwise it becomes U+FFFD
     * @throws InvalidMessageException for a lone surrogate when strict
     */
    static String of(String text, boolean strict) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (!isPlain(text.charAt(i))) {
                return clean(text, strict);
            }
        }
        return text;
    }

    /** Without half a surrogate pair, which no encoding keeps. */
    static boolean isWhole(String text) {
        return text.codePoints().noneMatch(c -> c <= 0xFFFF && Character.isSurrogate((char) c));
    }

    private static boolean isPlain(char c) {
        return c == '\n' || c == '\t' || (!Character.isISOControl(c) && !Character.isSurrogate(c));
    }

    private static String clean(String text, boolean strict) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(clean, c, strict));
        return clean.toString();
    }

    private static void append(StringBuilder clean, int codePoint, boolean strict) {
        if (codePoint <= 0xFFFF && Character.isSurrogate((char) codePoint)) {
            if (strict) {
                throw new InvalidMessageException(Code.LONE_SURROGATE);
            }
            clean.append('\uFFFD');
        } else if (codePoint == '\n' || codePoint == '\t' || !Character.isISOControl(codePoint)) {
            clean.appendCodePoint(codePoint);
        }
    }
}
