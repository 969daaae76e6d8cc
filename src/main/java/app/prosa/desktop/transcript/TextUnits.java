package app.prosa.desktop.transcript;

import java.text.BreakIterator;

/** Where characters, words and lines begin and end in a text. */
final class TextUnits {
    /** Looking this far to both sides finds the bounds of any one character or word. */
    private static final int AROUND = 200;

    private TextUnits() {}

    /** From, to before. */
    record Range(int start, int end) {}

    /** The nearest place that is not inside what a reader sees as one character. */
    static int between(String text, int offset) {
        int begin = Math.max(0, offset - AROUND);
        int end = Math.min(text.length(), offset + AROUND);
        BreakIterator characters = BreakIterator.getCharacterInstance();
        characters.setText(text.substring(begin, end));
        int inside = offset - begin;
        if (inside <= 0 || inside >= end - begin || characters.isBoundary(inside)) {
            return offset;
        }
        int before = characters.preceding(inside);
        int after = characters.following(inside);
        return begin + (inside - before <= after - inside ? before : after);
    }

    static Range word(String text, int offset) {
        int begin = Math.max(0, offset - AROUND);
        String part = text.substring(begin, Math.min(text.length(), offset + AROUND));
        if (part.isEmpty()) {
            return new Range(offset, offset);
        }
        BreakIterator words = BreakIterator.getWordInstance();
        words.setText(part);
        int inside = Math.clamp(offset - begin, 0, part.length() - 1);
        int end = words.following(inside);
        int start = words.previous();
        return new Range(begin + start, begin + (end < 0 ? part.length() : end));
    }

    static Range line(String text, int offset) {
        int start = text.lastIndexOf('\n', offset - 1) + 1;
        int end = text.indexOf('\n', offset);
        return new Range(start, end < 0 ? text.length() : end);
    }
}
