package app.prosa.channel.text.markdown;

import app.prosa.channel.text.lines.Look;
import app.prosa.channel.text.lines.Run;
import app.prosa.channel.text.lines.Runs;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

/**
 * A table.
 *
 * @param cells by row, the header first; every row has as many as there are columns
 */
record Table(List<TableCell.@Nullable Alignment> columns, List<List<Runs>> cells) {
    private static final Runs NOTHING = Runs.words("–");

    static Table read(TableBlock table, Links links, boolean strikes) {
        List<List<Runs>> rows = new ArrayList<>();
        List<TableCell.@Nullable Alignment> columns = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                List<Runs> cells = new ArrayList<>();
                for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                    cells.add(cell(cell, links, strikes));
                    if (rows.isEmpty()) {
                        columns.add(cell instanceof TableCell it ? it.getAlignment() : null);
                    }
                }
                rows.add(cells);
            }
        }
        return new Table(columns, rows);
    }

    private static Runs cell(Node cell, Links links, boolean strikes) {
        Runs.Builder all = new Runs.Builder();
        for (Runs line : InlineReader.read(cell, List.of(), links, strikes)) {
            all.words(" ", List.of()).add(line);
        }
        return all.build().stripped();
    }

    boolean hasBody() {
        return cells.size() > 1;
    }

    boolean fitsGrid() {
        return Grid.fits(cells);
    }

    /** Lines for monospaced type. */
    List<Runs> grid() {
        return new Grid(columns, cells).lines();
    }

    /** How many characters {@link #items} would say more than once. */
    long repeated() {
        long header = 0;
        for (Runs cell : cells.getFirst()) {
            header += 3 + cell.text().length();
        }
        return header * (cells.size() - 1);
    }

    /** For each row, its fields as lines of "header: value". */
    List<List<Runs>> items() {
        List<List<Runs>> items = new ArrayList<>();
        for (List<Runs> row : cells.subList(1, cells.size())) {
            List<Runs> fields = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                fields.add(field(cells.getFirst().get(i), row.get(i)));
            }
            items.add(fields);
        }
        return items;
    }

    private static Runs field(Runs name, Runs value) {
        Runs.Builder field = new Runs.Builder();
        if (!name.isBlank()) {
            name.all().forEach(run -> field.add(bold(run)));
            field.words(": ", List.of());
        }
        return field.add(value.isBlank() ? NOTHING : value).build();
    }

    private static Run bold(Run run) {
        boolean words = run.role() == Run.Role.WORDS;
        return words
                ? new Run(run.text(), Look.with(run.looks(), Look.Mark.BOLD), run.role())
                : run;
    }

    /** Each row as one line, the header too. */
    List<Runs> rows() {
        List<Runs> rows = new ArrayList<>();
        for (List<Runs> row : cells) {
            Runs.Builder line = new Runs.Builder();
            for (int i = 0; i < row.size(); i++) {
                line.words(i == 0 ? "" : " | ", List.of()).add(row.get(i));
            }
            rows.add(line.build().stripped());
        }
        return rows;
    }
}
