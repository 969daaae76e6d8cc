package app.prosa.channel.text;

import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * Reads WhatsApp's markup as its clients are known to: code first, then what stands between two
 * like marks in one line, the opening one not after a word and not before a space, the closing one
 * the other way round.
 *
 * @param isWord what is part of a word: nobody says whether that goes beyond ASCII
 */
record WhatsAppReader(IntPredicate isWord) {
    private static final String FENCE = "```";

    /** What a reader sees, with the lookalikes turned back. */
    String visible(String markup) {
        StringBuilder visible = new StringBuilder();
        int at = 0;
        int fence = markup.indexOf(FENCE);
        while (fence >= 0) {
            int end = markup.indexOf(FENCE, fence + FENCE.length());
            if (end < 0) {
                throw new AssertionError("A block is not closed in " + markup);
            }
            visible.append(lines(markup.substring(at, fence)));
            visible.append(markup, fence + FENCE.length(), end);
            at = end + FENCE.length();
            fence = markup.indexOf(FENCE, at);
        }
        return turnedBack(visible.append(lines(markup.substring(at))).toString());
    }

    private String lines(String text) {
        return text.lines().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(String line) {
        BitSet taken = new BitSet();
        BitSet code = code(line, taken);
        for (char mark : new char[] {'*', '_', '~'}) {
            pairs(line, mark, code, taken);
        }
        StringBuilder visible = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            if (!taken.get(i)) {
                visible.append(line.charAt(i));
            }
        }
        return visible.toString();
    }

    private static BitSet code(String line, BitSet taken) {
        BitSet code = new BitSet();
        int start = line.indexOf('`');
        int end = start < 0 ? -1 : line.indexOf('`', start + 1);
        while (end >= 0) {
            taken.set(start);
            taken.set(end);
            code.set(start, end + 1);
            start = line.indexOf('`', end + 1);
            end = start < 0 ? -1 : line.indexOf('`', start + 1);
        }
        return code;
    }

    private void pairs(String line, char mark, BitSet code, BitSet taken) {
        int opening = -1;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) != mark || code.get(i)) {
                continue;
            }
            if (opening >= 0 && i > opening + 1 && closes(line, i)) {
                taken.set(opening);
                taken.set(i);
                opening = -1;
            } else if (opening < 0 && opens(line, i)) {
                opening = i;
            }
        }
    }

    private boolean opens(String line, int i) {
        boolean after = i > 0 && isWord.test(line.codePointBefore(i));
        return !after && i + 1 < line.length() && !isSpace(line.charAt(i + 1));
    }

    private boolean closes(String line, int i) {
        boolean before = i + 1 < line.length() && isWord.test(line.codePointAt(i + 1));
        return !before && i > 0 && !isSpace(line.charAt(i - 1));
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static String turnedBack(String text) {
        return text.replace('\u2217', '*')
                .replace('\uFF3F', '_')
                .replace('\u223C', '~')
                .replace('\u2035', '`')
                .replace('\u203A', '>');
    }
}
