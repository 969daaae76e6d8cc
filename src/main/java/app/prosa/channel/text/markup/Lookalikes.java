package app.prosa.channel.text.markup;

/**
 * WhatsApp has no escape. A character of the text that it would take for a mark is replaced with
 * one that looks nearly the same, and is as long. Whoever copies the text gets the other one, so
 * only those are replaced that could open or close something: an asterisk that nothing closes stays
 * an asterisk. Addresses and code are never changed, but for grave accents in code.
 */
final class Lookalikes {
    private static final String MARKS = "*_~`";
    private static final String LOOKALIKES = "\u2217\uFF3F\u223C\u2035";
    private static final char QUOTE = '>';
    private static final char NO_QUOTE = '\u203A';

    private Lookalikes() {}

    static char of(char mark) {
        return LOOKALIKES.charAt(MARKS.indexOf(mark));
    }

    /**
     * @param first whether a mark of a quote would count at the beginning
     */
    static String inLine(MarkedText text, boolean first) {
        if (first && text.length() > 0 && text.charAt(0) == QUOTE) {
            text.set(0, NO_QUOTE);
        }
        for (char mark : new char[] {'*', '_', '~'}) {
            replacePairs(text, mark);
        }
        replaceAccents(text);
        return text.toString();
    }

    /** Replaces what could open before something that could close, and the other way round. */
    private static void replacePairs(MarkedText text, char mark) {
        int firstOpening = Integer.MAX_VALUE;
        int lastClosing = -1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == mark) {
                firstOpening = opens(text, i) ? Math.min(firstOpening, i) : firstOpening;
                lastClosing = closes(text, i) ? i : lastClosing;
            }
        }
        for (int i = 0; i < text.length(); i++) {
            boolean pairs =
                    (i < lastClosing && opens(text, i)) || (i > firstOpening && closes(text, i));
            if (text.charAt(i) == mark && text.is(MarkedText.Kind.WORDS, i) && pairs) {
                text.set(i, of(mark));
            }
        }
    }

    private static boolean opens(MarkedText text, int i) {
        boolean atWord = i == 0 || !isWord(text.charAt(i - 1));
        return atWord && i + 1 < text.length() && !MarkedText.isSpace(text.charAt(i + 1));
    }

    private static boolean closes(MarkedText text, int i) {
        boolean atWord = i + 1 == text.length() || !isWord(text.charAt(i + 1));
        return atWord && i > 0 && !MarkedText.isSpace(text.charAt(i - 1));
    }

    /** Nobody says what counts as a letter there; the fewest do is the safe assumption. */
    private static boolean isWord(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    /** Two make code wherever they stand, and three make a block even across lines. */
    private static void replaceAccents(MarkedText text) {
        int accents = 0;
        for (int i = 0; i < text.length(); i++) {
            accents += text.charAt(i) == '`' ? 1 : 0;
        }
        for (int i = 0; i < text.length() && accents > 1; i++) {
            if (text.charAt(i) == '`' && text.is(MarkedText.Kind.WORDS, i)) {
                text.set(i, of('`'));
            }
        }
    }

    /** In a block of code, the accents that would end it: three of them, or next to its fences. */
    static String inBlock(String code) {
        StringBuilder safe = new StringBuilder(code);
        int last = code.length() - 1;
        for (int i = 0; i <= last; i++) {
            boolean third = i > 1 && code.startsWith("```", i - 2);
            if (code.charAt(i) == '`' && (third || i == 0 || i == last)) {
                safe.setCharAt(i, of('`'));
            }
        }
        return safe.toString();
    }
}
