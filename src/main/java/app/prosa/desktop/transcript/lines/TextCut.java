package app.prosa.desktop.transcript.lines;

import app.prosa.desktop.markdown.RichText;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;

/** Cuts a very long text into parts that are quick to lay out. */
final class TextCut {
    static final int LONGEST = 4_000;

    /** A text of many short spans is as slow as a long one. */
    private static final int MOST_SPANS = 250;

    private TextCut() {}

    /**
     * A part.
     *
     * @param newline it is cut at a newline, which is in neither part
     */
    record Part(RichText text, boolean newline) {}

    static List<Part> cut(RichText text) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        boolean newline = false;
        do {
            int to = end(text, from);
            parts.add(new Part(text.slice(from, to), newline));
            newline = to < text.length() && text.text().charAt(to) == '\n';
            from = newline ? to + 1 : to;
        } while (from < text.length());
        return parts;
    }

    private static int end(RichText text, int from) {
        int limit = Math.min(text.length(), from + LONGEST);
        int span = spanLimit(text, from, limit);
        if (span < limit) {
            return span;
        }
        if (limit == text.length()) {
            return limit;
        }
        int newline = text.text().lastIndexOf('\n', limit - 1);
        if (newline > from) {
            return newline;
        }
        int space = text.text().lastIndexOf(' ', limit - 1);
        return space > from + LONGEST / 2 ? space + 1 : clusterStart(text.text(), from, limit);
    }

    private static int spanLimit(RichText text, int from, int limit) {
        int end = from;
        for (int i = 0; i < MOST_SPANS && end < limit; i++) {
            end = text.spanAt(end).orElseThrow().end();
        }
        return Math.min(end, limit);
    }

    /** Never in the middle of what a reader sees as one character. */
    private static int clusterStart(String text, int from, int limit) {
        int begin = Math.max(from, limit - 64);
        BreakIterator clusters = BreakIterator.getCharacterInstance();
        clusters.setText(text.substring(begin, Math.min(text.length(), limit + 64)));
        int start = begin + clusters.preceding(limit - begin + 1);
        return start > from ? start : limit;
    }
}
