package app.prosa.desktop.transcript.rows;

import app.prosa.desktop.transcript.lines.Line;
import java.util.List;

/** How wide the columns of a table are; all in pixels. */
final class TableLayout {
    /** Of a character, roughly, in em. */
    private static final double CHARACTER = 0.56;

    private static final double SIDE = 0.7;
    private static final int LONGEST = 44;
    private static final int LONGEST_WORD = 18;

    private TableLayout() {}

    /**
     * As wide as the longest cells if there is room, otherwise as narrow as their words allow; what
     * is wider than the room is scrolled.
     */
    static double[] widths(List<Line.Column> columns, double room, double em) {
        double[] ideal = new double[columns.size()];
        double[] least = new double[columns.size()];
        double wanted = 0;
        double needed = 0;
        for (int i = 0; i < ideal.length; i++) {
            Line.Column column = columns.get(i);
            ideal[i] = cell(Math.min(LONGEST, column.longest()), em);
            least[i] = Math.min(ideal[i], cell(Math.min(LONGEST_WORD, column.word()), em));
            wanted += ideal[i];
            needed += least[i];
        }
        if (wanted <= room) {
            return ideal;
        }
        double share = needed >= room ? 0 : (room - needed) / (wanted - needed);
        for (int i = 0; i < ideal.length; i++) {
            least[i] = Math.floor(least[i] + share * (ideal[i] - least[i]));
        }
        return least;
    }

    static double side(double em) {
        return SIDE * em;
    }

    private static double cell(int characters, double em) {
        return Math.ceil((Math.max(characters, 2) * CHARACTER + 0.6 + 2 * SIDE) * em);
    }
}
