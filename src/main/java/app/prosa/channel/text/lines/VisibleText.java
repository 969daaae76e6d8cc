package app.prosa.channel.text.lines;

/** Which characters can be seen, and which cannot be sent. */
public final class VisibleText {
    private static final char REPLACEMENT = '\uFFFD';

    private VisibleText() {}

    /** The text with half surrogate pairs replaced, and a space for each control character. */
    public static String clean(String text) {
        StringBuilder clean = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char instead = c;
            if (Character.isISOControl(c) && c != '\n' && c != '\t') {
                instead = ' ';
            } else if (Character.isSurrogate(c)) {
                if (Character.charCount(text.codePointAt(i)) == 2) {
                    i++;
                } else {
                    instead = REPLACEMENT;
                }
            }
            if (instead != c) {
                clean = clean == null ? new StringBuilder(text) : clean;
                clean.setCharAt(i, instead);
            }
        }
        return clean == null ? text : clean.toString();
    }

    /** Whether there is nothing to see in it: platforms refuse such a message. */
    public static boolean isBlank(CharSequence text) {
        return text.codePoints().noneMatch(VisibleText::isVisible);
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> !isDrawnAsNothing(c);
        };
    }

    /** Variation selectors and joiners, Hangul's fillers and Braille's blank. */
    private static boolean isDrawnAsNothing(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= 0xE0100 && c <= 0xE01EF)
                || (c >= 0x180B && c <= 0x180F)
                || c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x17B4
                || c == 0x17B5
                || c == 0x2800
                || c == 0x3164
                || c == 0xFFA0;
    }
}
