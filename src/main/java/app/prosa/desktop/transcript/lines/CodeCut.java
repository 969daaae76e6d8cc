package app.prosa.desktop.transcript.lines;

import app.prosa.desktop.markdown.RichText;
import java.util.ArrayList;
import java.util.List;

/** Cuts a code block into chunks of a few lines. */
final class CodeCut {
    static final int CHUNK_LINES = 15;
    private static final int LONGEST_CHUNK = 4_000;
    private static final int LONGEST_LINE = 2_000;

    private CodeCut() {}

    /**
     * A chunk.
     *
     * @param wholeLine it begins with the beginning of a line
     */
    record Chunk(int firstLine, boolean wholeLine, RichText text) {}

    static List<Chunk> cut(RichText code) {
        String text = code.text();
        List<Chunk> chunks = new ArrayList<>();
        int line = 0;
        int from = 0;
        boolean whole = true;
        while (from <= text.length()) {
            End end = end(text, from, line % CHUNK_LINES);
            chunks.add(new Chunk(line, whole, code.slice(from, end.at)));
            line += end.lines;
            whole = end.newline;
            from = end.newline ? end.at + 1 : end.at;
            if (end.at == text.length()) {
                break;
            }
        }
        return chunks;
    }

    private record End(int at, int lines, boolean newline) {}

    /** Chunks end at multiples of their lines, so that a collapsed block ends with a chunk. */
    private static End end(String text, int from, int linesBefore) {
        int at = from;
        int lines = 0;
        while (true) {
            int newline = text.indexOf('\n', at);
            int lineEnd = newline < 0 ? text.length() : newline;
            if (lineEnd - at > LONGEST_LINE) {
                return at > from
                        ? new End(at - 1, lines, true)
                        : new End(inside(text, from), 0, false);
            }
            if (newline < 0) {
                return new End(lineEnd, lines, false);
            }
            lines++;
            if (lines + linesBefore == CHUNK_LINES || lineEnd - from > LONGEST_CHUNK) {
                return new End(lineEnd, lines, true);
            }
            at = lineEnd + 1;
        }
    }

    private static int inside(String text, int from) {
        int at = from + LONGEST_LINE;
        return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
