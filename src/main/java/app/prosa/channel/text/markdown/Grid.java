package app.prosa.channel.text.markdown;

import app.prosa.channel.text.lines.Look;
import app.prosa.channel.text.lines.Run;
import app.prosa.channel.text.lines.Runs;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableCell;
import org.jspecify.annotations.Nullable;

/** A table in monospaced type. */
final class Grid {
    /** About what a telephone shows in one line. */
    private static final int MOST_COLUMNS = 32;

    private static final String BETWEEN = " | ";

    private final List<TableCell.@Nullable Alignment> alignments;
    private final List<List<Runs>> cells;
    private final int[] widths;

    Grid(List<TableCell.@Nullable Alignment> alignments, List<List<Runs>> cells) {
        this.alignments = alignments;
        this.cells = cells;
        this.widths = widths(cells);
    }

    /** Whether it is narrow enough, and has no links, which would be lost in it. */
    static boolean fits(List<List<Runs>> cells) {
        int columns = cells.getFirst().size();
        if (columns * (BETWEEN.length() + 1) > MOST_COLUMNS || !allWords(cells)) {
            return false;
        }
        int width = (columns - 1) * BETWEEN.length();
        for (int column : widths(cells)) {
            width += column;
        }
        return width <= MOST_COLUMNS;
    }

    private static boolean allWords(List<List<Runs>> cells) {
        return cells.stream()
                .flatMap(List::stream)
                .flatMap(cell -> cell.all().stream())
                .allMatch(run -> run.role() == Run.Role.WORDS && !hasLink(run));
    }

    private static boolean hasLink(Run run) {
        return run.looks().stream().anyMatch(Look.Link.class::isInstance);
    }

    /** Of each column, no more than just too wide. */
    private static int[] widths(List<List<Runs>> cells) {
        int[] widths = new int[cells.getFirst().size()];
        for (List<Runs> row : cells) {
            for (int i = 0; i < widths.length; i++) {
                int width = row.get(i).longerThan(2 * MOST_COLUMNS) ? MOST_COLUMNS + 1 : of(row, i);
                widths[i] = Math.max(widths[i], width);
            }
        }
        return widths;
    }

    private static int of(List<Runs> row, int column) {
        return CharacterWidth.of(row.get(column).text());
    }

    List<Runs> lines() {
        List<Runs> lines = new ArrayList<>();
        for (List<Runs> row : cells) {
            lines.add(Runs.words(line(row)));
            if (lines.size() == 1) {
                lines.add(Runs.words(rule()));
            }
        }
        return lines;
    }

    private String line(List<Runs> row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            int room = widths[i] - of(row, i);
            int left = before(alignments.get(i), room);
            line.append(i == 0 ? "" : BETWEEN)
                    .repeat(' ', left)
                    .append(row.get(i).text())
                    .repeat(' ', room - left);
        }
        return line.toString().stripTrailing();
    }

    private static int before(TableCell.@Nullable Alignment alignment, int room) {
        return switch (alignment) {
            case RIGHT -> room;
            case CENTER -> room / 2;
            case LEFT -> 0;
            case null -> 0;
        };
    }

    private String rule() {
        StringBuilder rule = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            rule.append(i == 0 ? "" : "-+-").repeat('-', widths[i]);
        }
        return rule.toString();
    }
}
