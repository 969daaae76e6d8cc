package app.prosa.desktop.transcript.lines;

import app.prosa.desktop.markdown.Block;
import app.prosa.desktop.markdown.RichText;
import java.util.ArrayList;
import java.util.List;

/** Measures the columns of a table in characters, so that all its rows agree without a layout. */
final class TableColumns {
    private TableColumns() {}

    static List<Line.Column> of(Block.Table table) {
        List<Line.Column> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            int longest = bold(longest(table.header(), i));
            int word = bold(word(table.header(), i));
            for (List<RichText> row : table.rows()) {
                longest = Math.max(longest, longest(row, i));
                word = Math.max(word, word(row, i));
            }
            columns.add(new Line.Column(table.columns().get(i), longest, word));
        }
        return List.copyOf(columns);
    }

    /** Headers are bold, which takes about an eighth more: a word must not be broken for it. */
    private static int bold(int characters) {
        return characters + Math.ceilDiv(characters, 8);
    }

    private static int longest(List<RichText> row, int column) {
        return column < row.size() ? widest(row.get(column).text(), false) : 0;
    }

    private static int word(List<RichText> row, int column) {
        return column < row.size() ? widest(row.get(column).text(), true) : 0;
    }

    private static int widest(String text, boolean word) {
        int widest = 0;
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (word && c == ' ');
            width = ends ? 0 : width + (isWide(c) ? 2 : 1);
            widest = Math.max(widest, width);
        }
        return widest;
    }

    /** Chinese, Japanese and Korean characters take the room of two. */
    private static boolean isWide(char c) {
        return c >= 0x1100 && (c <= 0x115F || (c >= 0x2E80 && c <= 0xD7A3) || c >= 0xF900);
    }
}
